import { describe, expect, test } from '@jest/globals';
import type { FoundMunicipality } from '../../../bot/conversation/reading/find-municipality.ts';
import { findMunicipality, municipalityOfMail } from '../../../bot/conversation/reading/find-municipality.ts';
import type { Command } from '../../../bot/conversation/reading/read-command.ts';
import { isNo, isYes, readChange, readCommand } from '../../../bot/conversation/reading/read-command.ts';
import { isMail, readContact } from '../../../bot/conversation/reading/read-contact.ts';
import { readOption } from '../../../bot/conversation/reading/read-option.ts';
import { readPeriod, saysNotFinished } from '../../../bot/conversation/reading/read-period.ts';
import { periodText, whenText } from '../../../bot/conversation/period-text.ts';
import { editDistance, isSlip } from '../../../bot/conversation/reading/slips.ts';
import { municipalityOf } from '../../../bot/domain/municipality/municipality.ts';

const today = '2026-11-22';

describe('when something was finished', () => {
  const periods: [typed: string, from: string, to: string][] = [
    ['maart 2025', '2025-03-01', '2025-03-31'],
    ['Maart 2025.', '2025-03-01', '2025-03-31'],
    ['mrt 2025', '2025-03-01', '2025-03-31'],
    ['mrt. 2025', '2025-03-01', '2025-03-31'],
    ['in maart 2025 is het afgerond', '2025-03-01', '2025-03-31'],
    ['March 2025', '2025-03-01', '2025-03-31'],
    ['mei 2025', '2025-05-01', '2025-05-31'],
    ['februari 2024', '2024-02-01', '2024-02-29'],
    ['11-2024', '2024-11-01', '2024-11-30'],
    ['2024-11', '2024-11-01', '2024-11-30'],
    ['2025', '2025-01-01', '2025-12-31'],
    ['ergens in 2025', '2025-01-01', '2025-12-31'],
    ["zomer '24", '2024-06-01', '2024-08-31'],
    ['dit jaar', '2026-01-01', '2026-12-31'],
    ['vorig jaar', '2025-01-01', '2025-12-31'],
    ['Vorig jaar maart', '2025-03-01', '2025-03-31'],
    ['maart vorig jaar', '2025-03-01', '2025-03-31'],
    ['last year', '2025-01-01', '2025-12-31'],
    ['twee jaar geleden', '2024-01-01', '2024-12-31'],
    ['2 years ago', '2024-01-01', '2024-12-31'],
    ['sinds twee jaar', '2024-01-01', '2024-12-31'],
    ['Q3 2024', '2024-07-01', '2024-09-30'],
    ['q1 2025', '2025-01-01', '2025-03-31'],
    ['1e kwartaal 2025', '2025-01-01', '2025-03-31'],
    ['derde kwartaal van 2024', '2024-07-01', '2024-09-30'],
    ['kwartaal 4 2024', '2024-10-01', '2024-12-31'],
    ['third quarter of 2024', '2024-07-01', '2024-09-30'],
    ['tweede helft van 2025', '2025-07-01', '2025-12-31'],
    ['H1 2025', '2025-01-01', '2025-06-30'],
    ['begin 2025', '2025-01-01', '2025-04-30'],
    ['medio 2025', '2025-05-01', '2025-08-31'],
    ['eind 2024', '2024-09-01', '2024-12-31'],
    ['the end of 2024', '2024-09-01', '2024-12-31'],
    ['eind vorig jaar', '2025-09-01', '2025-12-31'],
    ['eind maart 2025', '2025-03-21', '2025-03-31'],
    ['half maart 2025', '2025-03-11', '2025-03-20'],
    ['najaar 2024', '2024-09-01', '2024-11-30'],
    ['winter 2024', '2024-12-01', '2025-02-28'],
    ['afgelopen zomer', '2026-06-01', '2026-08-31'],
    ['3-11-2024', '2024-11-03', '2024-11-03'],
    ['3/11/24', '2024-11-03', '2024-11-03'],
    ['03.11.2024', '2024-11-03', '2024-11-03'],
    ['2024-05-03', '2024-05-03', '2024-05-03'],
    ['3 november 2024', '2024-11-03', '2024-11-03'],
    ['3 nov. 2024', '2024-11-03', '2024-11-03'],
    ['November 3, 2024', '2024-11-03', '2024-11-03'],
    ['3rd of November 2024', '2024-11-03', '2024-11-03'],
    ['15 maart', '2026-03-15', '2026-03-15'],
    ['december', '2025-12-01', '2025-12-31'],
    ['gisteren', '2026-11-21', '2026-11-21'],
    ['yesterday', '2026-11-21', '2026-11-21'],
    ['vorige maand', '2026-10-01', '2026-10-31'],
    ['drie maanden geleden', '2026-08-01', '2026-08-31'],
    ['van maart tot juni 2025', '2025-03-01', '2025-06-30'],
    ['maart t/m juni 2025', '2025-03-01', '2025-06-30'],
    ['2023-2024', '2023-01-01', '2024-12-31'],
    ['tussen 2023 en 2024', '2023-01-01', '2024-12-31'],
    ['volgend jaar', '2027-01-01', '2027-12-31'],
    ['2030', '2030-01-01', '2030-12-31'],
  ];

  test.each(periods)('%s', (typed, from, to) => {
    expect(readPeriod(typed, today)).toEqual({ from, to });
  });

  test.each(['zie bijlage', '12', '31-2-2025', '99-99-2024', '2023, 2024', 'geen idee', '👍', ''])(
    '%p is no date',
    (typed) => {
      expect(readPeriod(typed, today)).toBeUndefined();
    },
  );

  test.each(['nog niet', 'We zijn er nog mee bezig', 'het loopt nog', 'not yet'])(
    '%s is not finished',
    (typed) => {
      expect([readPeriod(typed, today), saysNotFinished(typed)]).toEqual([undefined, true]);
    },
  );

  test.each([
    ['2025-01-01', '2025-12-31', '2025', 'in 2025'],
    ['2025-03-01', '2025-03-31', 'maart 2025', 'in maart 2025'],
    ['2024-07-01', '2024-09-30', '3e kwartaal van 2024', 'in het 3e kwartaal van 2024'],
    ['2024-11-03', '2024-11-03', '3 november 2024', 'op 3 november 2024'],
    [
      '2025-01-01',
      '2025-04-30',
      '1 januari 2025 tot en met 30 april 2025',
      'in de periode 1 januari 2025 tot en met 30 april 2025',
    ],
  ])('%s to %s is read back as %s', (from, to, written, when) => {
    expect([periodText('nl', { from, to }), whenText('nl', { from, to })]).toEqual([written, when]);
  });

  test.each(periods)('%s is read the same when it was read back', (_typed, from, to) => {
    const period = { from, to };
    expect([
      readPeriod(periodText('nl', period), today),
      readPeriod(periodText('en', period), today),
    ]).toEqual([period, period]);
  });
});

describe('a municipality', () => {
  const guess = (name: string) => `${name}?`;
  test.each([
    ['Utrecht', 'Utrecht'],
    [' utrecht ', 'Utrecht'],
    ['GEMEENTE UTRECHT', 'Utrecht'],
    ['municipality of Utrecht', 'Utrecht'],
    ['wij zijn van Utrecht', 'Utrecht'],
    ['ik werk bij de gemeente Zwolle', 'Zwolle'],
    ['Den Haag', "'s-Gravenhage"],
    ["'s-gravenhage", "'s-Gravenhage"],
    ['’s Gravenhage', "'s-Gravenhage"],
    ['The Hague', "'s-Gravenhage"],
    ['den bosch', "'s-Hertogenbosch"],
    ["'s-Hertogenbosch", "'s-Hertogenbosch"],
    ['hertogenbosch', "'s-Hertogenbosch"],
    ["A'dam", 'Amsterdam'],
    ['Sudwest Fryslan', 'Súdwest-Fryslân'],
    ['Hendrik Ido Ambacht', 'Hendrik-Ido-Ambacht'],
    ['bergen (L.)', 'Bergen (L.)'],
    ['Bergen NH', 'Bergen (NH.)'],
    ['Hengelo', 'Hengelo'],
    ['Best', 'Best'],
    ['Weesp', 'Weesp → Amsterdam'],
    ['heerhugowaard', 'Heerhugowaard → Dijk en Waard'],
    ['Uden', 'Uden → Maashorst'],
    ['Eemsdelta', 'Eemsdelta'],
    ['Utrcht', guess('Utrecht')],
    ['Utercht', guess('Utrecht')],
    ['Amsterdm', guess('Amsterdam')],
    ['Gronigen', guess('Groningen')],
    ['Alphen aan de Rijn', guess('Alphen aan den Rijn')],
    ['nuenen', guess('Nuenen, Gerwen en Nederwetten')],
    ['Bergen', 'Bergen (NH.) | Bergen (L.)'],
    ['Alphen', 'Alphen aan den Rijn | Alphen-Chaam'],
    ['Haaren', 'Boxtel | Oisterwijk | Tilburg | Vught'],
  ])('%s is %s', (typed, expected) => {
    expect(written(findMunicipality(typed, today))).toBe(expected);
  });

  test.each(['Gent', 'Narnia', 'Nijmwegen aan Zee'])('%s is none: the nearest three', (typed) => {
    const found = findMunicipality(typed, today);
    expect(found).toMatchObject({
      kind: 'none',
      nearest: [expect.any(String), expect.any(String), expect.any(String)],
    });
  });

  test.each(['', '👍', '12', '!!!'])('%p is none at all', (typed) => {
    expect(findMunicipality(typed, today).kind).toBe('none');
  });

  test('a former name is itself while it existed', () => {
    expect(written(findMunicipality('Weesp', '2022-03-23'))).toBe('Weesp');
    expect(written(findMunicipality('Weesp', '2022-03-24'))).toBe('Weesp → Amsterdam');
  });

  test.each([
    ['sanne@utrecht.example', 'Utrecht'],
    ['x@denhaag.nl', "'s-Gravenhage"],
    ['x@s-hertogenbosch.nl', "'s-Hertogenbosch"],
    ['x@gemeente-zwolle.nl', 'Zwolle'],
    ['x@mail.ede.nl', 'Ede'],
    ['x@bergen.nl', undefined],
    ['x@vng.nl', undefined],
    ['x@gmail.com', undefined],
    ['no address', undefined],
    [undefined, undefined],
  ])('the address %s is of %s', (mail, name) => {
    expect(municipalityOfMail(mail, today)?.name).toBe(name);
  });

  function written(found: FoundMunicipality): string {
    switch (found.kind) {
      case 'one': {
        const { name } = found.municipality;
        return found.former === undefined
          ? found.guessed
            ? guess(name)
            : name
          : `${found.former.name} → ${name}`;
      }
      case 'several':
        return found.codes.map((code) => municipalityOf(code)?.name).join(' | ');
      case 'none':
        return 'none';
      default:
        return found satisfies never;
    }
  }
});

describe('a command', () => {
  test.each<[typed: string, command: Command | undefined]>([
    ['terug', 'back'],
    ['Terug!', 'back'],
    ['ga terug', 'back'],
    ['vorige vraag', 'back'],
    ['BACK', 'back'],
    ['teurg', 'back'],
    ['trug', 'back'],
    ['stop', 'stop'],
    ['STOP.', 'stop'],
    ['stpo', 'stop'],
    ['stopp', 'stop'],
    ['ik wil graag stoppen', 'stop'],
    ['pauze', 'stop'],
    ['help', 'help'],
    ['Help?', 'help'],
    ['hulp', 'help'],
    ['hepl', 'help'],
    ['wat moet ik doen?', 'help'],
    ['opnieuw', 'start-over'],
    ['opniew', 'start-over'],
    ['Begin opnieuw', 'start-over'],
    ['start over', 'start-over'],
    ['verder', 'continue'],
    ['verdr', 'continue'],
    ['ga maar verder', undefined],
    ['Continue', 'continue'],
    ['hoi', 'greeting'],
    ['Hoi 👋', 'greeting'],
    ['hoiii', 'greeting'],
    ['Hallo!', 'greeting'],
    ['hi', 'greeting'],
    ['HELLO', 'greeting'],
    ['goedemorgen', 'greeting'],
    ['Goede middag', 'greeting'],
    ['overslaan', 'skip'],
    ['sla over', 'skip'],
    ['skip', 'skip'],
    ['mijn inzendingen', 'own-submissions'],
    ['Mijn inzendigen', 'own-submissions'],
    ['my submissions', 'own-submissions'],
    ['nog een inzending', 'new'],
    ['dien in', 'hand-in'],
    ['Dien maar in aub', 'hand-in'],
    ['submit please', 'hand-in'],
    ['stoep', undefined],
    ['eerder', undefined],
    ['stappen', undefined],
    ['Help de buren', undefined],
    ['Terug naar de wijk', undefined],
    ['Stop met roken in de wijk', undefined],
    ['Verder kijken', undefined],
    ['', undefined],
    ['👍', undefined],
  ])('%s is %s', (typed, command) => {
    expect(readCommand(typed)).toBe(command);
  });

  test.each(['ja', 'Ja!', 'jazeker', 'klopt', 'Dat klopt.', '👍', '👍🏽', '✔️', 'ok', 'yes please'])(
    '%s is yes',
    (typed) => {
      expect([isYes(typed), isNo(typed)]).toEqual([true, false]);
    },
  );

  test.each(['nee', 'Nee hoor', '👎', 'no', 'klopt niet'])('%s is no', (typed) => {
    expect([isYes(typed), isNo(typed)]).toEqual([false, true]);
  });

  test.each(['ja maar', 'ja 👎', '', 'misschien'])('%p is neither', (typed) => {
    expect([isYes(typed), isNo(typed)]).toEqual([false, false]);
  });

  test.each([
    ['wijzig titel', 'titel'],
    ['Wijzig de titel', 'titel'],
    ['titel wijzigen', 'titel'],
    ['change the title', 'title'],
    ['titel', undefined],
  ])('%s asks to change %s', (typed, line) => {
    expect(readChange(typed)).toBe(line);
  });
});

describe('an option', () => {
  const options = [
    { value: 'direct', names: ['Direct'] },
    { value: 'indirect', names: ['Indirect'] },
    { value: 'living', names: ['Fysieke leefomgeving'] },
  ];
  test.each([
    ['1', ['direct']],
    ['nummer 2', ['indirect']],
    ['de tweede', ['indirect']],
    ['Direct', ['direct']],
    ['indrect', ['indirect']],
    ['direkt', ['direct']],
    ['leefomgeving', ['living']],
    ['fys', ['living']],
    ['4', []],
    ['0', []],
    ['iets anders', []],
    ['👍', []],
  ])('%s is %j', (typed, values) => {
    expect(readOption(typed, options)).toEqual(values);
  });
});

describe('a contact', () => {
  test.each([
    ['Sanne de Wit, sanne@utrecht.nl', 'Sanne de Wit', 'sanne@utrecht.nl'],
    ['Sanne de Wit <Sanne@Utrecht.nl>', 'Sanne de Wit', 'sanne@utrecht.nl'],
    ['sanne@utrecht.nl Sanne de Wit', 'Sanne de Wit', 'sanne@utrecht.nl'],
    ['Naam: Jan Jansen; e-mail: jan@ede.nl.', 'Jan Jansen', 'jan@ede.nl'],
    ['Mijn naam is Jan', 'Jan', ''],
    ['jan@ede.nl', '', 'jan@ede.nl'],
    ["Conan O'Brien, c@x.nl", "Conan O'Brien", 'c@x.nl'],
    ['👍', '', ''],
  ])('%s', (typed, name, mail) => {
    expect(readContact(typed)).toEqual({ name, mail });
  });

  test.each([
    ['jan@ede.nl', true],
    ['jan.de.boer+vng@sub.ede.nl', true],
    ['jan@', false],
    ['jan@@ede.nl', false],
    ['jan@ede', false],
    ['@ede.nl', false],
    [`${'a'.repeat(250)}@ede.nl`, false],
  ])('%s is an address: %s', (typed, expected) => {
    expect(isMail(typed)).toBe(expected);
  });
});

test.each(['x', '.', 'a.', '@', ', ', '1-', ' ', 'a@.', '[', '👍'])(
  'a contact of 100,000 characters of %j is read as fast as it is said',
  (part) => {
    const begun = performance.now();
    readContact(`${part.repeat(100_000 / part.length)}x`);
    expect(performance.now() - begun).toBeLessThan(1_000);
  },
);

describe('slips of the finger', () => {
  test.each([
    ['terug', 'teurg', 1],
    ['terug', 'trug', 1],
    ['terug', 'terugg', 1],
    ['terug', 'trgu', 2],
    ['', 'abc', 3],
    ['abc', 'abc', 0],
  ])('%s and %s are %i apart, both ways', (a, b, distance) => {
    expect([editDistance(a, b), editDistance(b, a)]).toEqual([distance, distance]);
  });

  test.each([
    ['stpo', 'stop', true],
    ['stip', 'stop', true],
    ['stap', 'stop', false],
    ['stoep', 'stop', false],
    ['stoop', 'stop', true],
    ['stop', 'stop', false],
    ['ja', 'jo', false],
  ])('%s for %s is a slip: %s', (typed, meant, expected) => {
    expect(isSlip(typed, meant)).toBe(expected);
  });
});
