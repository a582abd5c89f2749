import { describe, expect, test } from '@jest/globals';
import { partsOfEdition } from '../../../../bot/domain/edition/draft-of-edition.ts';
import { draftPartsSchema } from '../../../../bot/domain/edition/edition-draft-schema.ts';
import { readDraft } from '../../../../bot/domain/edition/edition-draft.ts';
import { readEditionFile } from '../../../../bot/domain/edition/edition-file.ts';
import type { Json } from '../../../../bot/store/port.ts';
import { sayFault } from '../../../../bot/commands/say-fault.ts';
import { showEdition } from '../../../../bot/commands/show-edition.ts';
import { fileWith } from '../edition-files.ts';

const reading = (setting: string, value: Json) => readEditionFile(fileWith([['rounds', 0, setting], value]));

describe('what a round says of judging', () => {
  test.each<[string, Json, object, string]>([
    ['judgesPerSubmission', 3, { assignment: { perSubmission: 3 } }, 'Elke inzending krijgt 3 beoordelaars.'],
    [
      'divergence',
      { measure: 'range' },
      { divergence: { range: 3 } },
      'vanaf 3 verschil tussen hoogste en laagste.',
    ],
    [
      'divergence',
      { measure: 'standardDeviation', atLeast: 1.5, early: true },
      { divergence: { standardDeviation: 1.5, early: true } },
      'vanaf 1,5 standaardafwijking, ook als nog niet iedereen klaar is.',
    ],
    [
      'divergence',
      { measure: 'off' },
      { divergence: 'off' },
      'De jury hoort niet waar oordelen uiteenlopen.',
    ],
    [
      'ranking',
      { decides: 'fair-mean' },
      { ranking: { decides: 'fair-mean' } },
      'De stand volgt het gemiddelde.',
    ],
    [
      'ranking',
      { method: 'additive', note: 'weinig juryleden' },
      { ranking: { decides: 'calibrated-where-supported', method: 'additive' } },
      'De stand volgt de score met verrekende strengheid, waar de scores dat dragen (kleinste kwadraten).',
    ],
    [
      'ranking',
      { decides: 'fair-mean', shownTo: 'jury' },
      { ranking: { decides: 'fair-mean', shownTo: 'jury' } },
      'De stand volgt het gemiddelde. Na de ronde ziet ook de jury de stand.',
    ],
  ])('%s: %j', (setting, value, expected, sentence) => {
    const read = reading(setting, value);
    if (!('edition' in read)) throw new Error(JSON.stringify(read.faults));
    expect(read.edition.rounds[0]).toMatchObject(expected);
    expect(showEdition('nl', read.edition).join('\n')).toContain(sentence);
    const draft = draftPartsSchema.parse(partsOfEdition(read.edition));
    expect(readDraft(read.edition.id, draft)).toMatchObject({ edition: read.edition });
  });

  test.each<[string, Json, RegExp]>([
    ['judgesPerSubmission', 0, /het aantal beoordelaars per inzending/],
    ['divergence', { measure: 'spread' }, /Kies uit: range, standardDeviation, off/],
    ['divergence', { measure: 'range', atleast: 2 }, /atLeast/],
    ['divergence', 'off', /wanneer oordelen uiteenlopen/],
    ['ranking', { decides: 'mean' }, /Kies uit: calibrated-where-supported, fair-mean, calibrated/],
    ['ranking', { decide: 'fair-mean' }, /Bedoelt u “decides”/],
    ['ranking', { method: 'lme4' }, /Kies uit: reml, additive/],
  ])('%s that can not be: %j', (setting, value, sentence) => {
    const read = reading(setting, value);
    if ('edition' in read) throw new Error('it was taken');
    expect(read.faults.map((fault) => sayFault('nl', fault)).join('\n')).toMatch(sentence);
  });
});
