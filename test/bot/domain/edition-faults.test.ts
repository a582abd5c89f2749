import { describe, expect, test } from '@jest/globals';
import { sayFault } from '../../../bot/commands/say-fault.ts';
import { readEditionFile } from '../../../bot/domain/edition/edition-file.ts';
import nl from '../../../bot/texts/nl.json' with { type: 'json' };
import type { FileChange } from './edition-files.ts';
import { fileWith } from './edition-files.ts';

/** What is said of a file with these changes, warnings last. */
function said(language: 'nl' | 'en', text: string): string[] {
  const reading = readEditionFile(text);
  return [...('faults' in reading ? reading.faults : []), ...reading.warnings].map((fault) =>
    sayFault(language, fault),
  );
}

type Row = [what: string, changes: FileChange[], dutch: string, english: string];

const explained: FileChange[1] = { nl: 'U'.repeat(1_000), en: 'E'.repeat(1_000) };
const criterion = (id: string) => ({ id, name: { nl: id, en: id }, explanation: explained, weight: 1 });
const criteria = (count: number) => Array.from({ length: count }, (_, index) => criterion(`c${index}`));

const faults: Row[] = [
  [
    'unknown-key',
    [[['categories', 1, 'explenation'], 'x']],
    'Categorie 2 (‘Indirect’): “explenation” ken ik hier niet. Bedoelt u “explanation”?',
    'Category 2 (‘Indirect’): I don’t know “explenation” here. Do you mean “explanation”?',
  ],
  ['unknown-key', [[['qqq'], 1]], '“qqq” ken ik hier niet.', 'I don’t know “qqq” here.'],
  [
    'unknown-value',
    [[['rounds', 0, 'id'], 'preselecton']],
    'Ronde 1 (‘Voorselectie’): “preselecton” kan hier niet. Kies uit: preselection, assessment, pitch. Bedoelt u “preselection”?',
    'Round 1 (‘Voorselectie’): “preselecton” is not possible here. Choose from: preselection, assessment, pitch. Do you mean “preselection”?',
  ],
  [
    'unknown-value',
    [[['steps', 1], 'participants']],
    'Vraag 2: “participants” kan hier niet. Kies uit: whose, participant, partners, title, description, similar, category, finished, proof, conditions, contact, contact-there, consent, line, lines, choice. Bedoelt u “participant”?',
    'Question 2: “participants” is not possible here. Choose from: whose, participant, partners, title, description, similar, category, finished, proof, conditions, contact, contact-there, consent, line, lines, choice. Do you mean “participant”?',
  ],
  [
    'missing',
    [[['categories', 1, 'explanation']]],
    'Categorie 2 (‘Indirect’): de uitleg ontbreekt. Zet erbij: “explanation”.',
    'Category 2 (‘Indirect’): the explanation is missing. Add: “explanation”.',
  ],
  [
    'missing',
    [[['rounds', 0, 'criteria', 1, 'name', 'nl']]],
    'Ronde 1 (‘Voorselectie’), criterium 2: de naam in het Nederlands ontbreekt. Zet erbij: “nl”.',
    'Round 1 (‘Voorselectie’), criterion 2: the name in Dutch is missing. Add: “nl”.',
  ],
  [
    'missing',
    [[['closes']]],
    'De sluiting ontbreekt. Zet erbij: “closes”.',
    'The closing is missing. Add: “closes”.',
  ],
  [
    'wrong-type',
    [[['maximumAgeYears'], '3']],
    'De hoogste leeftijd in jaren klopt niet: hier hoort een getal, zonder aanhalingstekens.',
    'The maximum age in years is not right: a number, without quotes, belongs here.',
  ],
  [
    'wrong-type',
    [[['maximumAgeYears'], 3.5]],
    'De hoogste leeftijd in jaren klopt niet: hier hoort een heel getal, zonder aanhalingstekens.',
    'The maximum age in years is not right: a whole number, without quotes, belongs here.',
  ],
  [
    'wrong-type',
    [[['categories'], 'Direct']],
    'De lijst met categorieën klopt niet: hier hoort een lijst tussen rechte haken.',
    'The list of categories is not right: a list in square brackets belongs here.',
  ],
  [
    'wrong-type',
    [[['categories', 0], 3]],
    'Categorie 1: dit onderdeel klopt niet: hier hoort een blok tussen accolades.',
    'Category 1: this part is not right: a block in curly brackets belongs here.',
  ],
  [
    'wrong-type',
    [[['invitesNominated'], 'ja']],
    'De keuze om voorgedragen gemeenten uit te nodigen klopt niet: hier hoort true (ja) of false (nee), zonder aanhalingstekens.',
    'The choice to invite nominated municipalities is not right: true or false, without quotes, belongs here.',
  ],
  [
    'wrong-type',
    [[['note'], 5]],
    'De notitie klopt niet: hier hoort een tekst tussen dubbele aanhalingstekens.',
    'The note is not right: a text in double quotes belongs here.',
  ],
  ['empty', [[['name'], '  ']], 'De naam is leeg.', 'The name is empty.'],
  [
    'too-few',
    [[['steps', 10, 'options'], []]],
    'Vraag 11 (‘Bereik’): de lijst met keuzes is te kort: er zijn ten minste 2 nodig.',
    'Question 11 (‘Bereik’): the list of choices is too short: at least 2 are needed.',
  ],
  [
    'too-few',
    [[['categories'], []]],
    'De lijst met categorieën is te kort: er is ten minste 1 nodig.',
    'The list of categories is too short: at least 1 is needed.',
  ],
  [
    'too-long',
    [[['conditions', 0, 'question', 'en'], 'x'.repeat(301)]],
    'Voorwaarde 1 (‘Is het initiatief afgerond en in gebruik?’): de vraag in het Engels is te lang: er passen 300 tekens.',
    'Condition 1 (‘Is het initiatief afgerond en in gebruik?’): the question in English is too long: 300 characters fit.',
  ],
  [
    'too-small',
    [[['rounds', 0, 'criteria', 0, 'weight'], 0]],
    'Ronde 1 (‘Voorselectie’), criterium 1 (‘Succesvol’): de weging is te laag: het moet meer dan 0 zijn.',
    'Round 1 (‘Voorselectie’), criterion 1 (‘Succesvol’): the weight is too low: it has to be more than 0.',
  ],
  [
    'too-large',
    [[['maximumAgeYears'], 2024]],
    'De hoogste leeftijd in jaren is te hoog: het mag ten hoogste 100 zijn.',
    'The maximum age in years is too high: it can be 100 at most.',
  ],
  [
    'bad-id',
    [[['categories', 0, 'id'], 'Direct & snel']],
    'Categorie 1 (‘Direct’): de id “Direct & snel” kan niet: gebruik alleen kleine letters, cijfers en streepjes, ten hoogste 40 tekens. Bijvoorbeeld: “leefomgeving”.',
    'Category 1 (‘Direct’): the id “Direct & snel” is not possible: use lower-case letters, digits and hyphens only, 40 characters at most. For instance: “leefomgeving”.',
  ],
  [
    'bad-own-id',
    [[['steps', 11, 'id'], 'website']],
    'Vraag 12 (‘Website’): de id “website” kan niet: bij een eigen vraag begint die met “own-”, met daarna kleine letters, cijfers en streepjes. Bijvoorbeeld: “own-bereik”.',
    'Question 12 (‘Website’): the id “website” is not possible: for a question of your own it begins with “own-”, followed by lower-case letters, digits and hyphens. For instance: “own-reach”.',
  ],
  [
    'bad-prefix',
    [[['numberPrefix'], 'gd-27']],
    'Het begin van de nummers “gd-27” kan niet: gebruik alleen hoofdletters en cijfers, ten hoogste 10. Bijvoorbeeld: “GD27”.',
    'The number prefix “gd-27” is not possible: use capitals and digits only, 10 at most. For instance: “GD27”.',
  ],
  [
    'bad-day',
    [[['referenceDay'], '2027-02-29']],
    'De peildatum “2027-02-29” is geen dag. Schrijf jaar, maand en dag: “2027-03-01”.',
    'The reference day “2027-02-29” is not a day. Write year, month and day: “2027-03-01”.',
  ],
  [
    'bad-moment',
    [[['closes'], '5-12-2027']],
    'De sluiting “5-12-2027” is geen tijdstip. Schrijf “2027-03-01T17:00”, of alleen de dag: “2027-03-01”.',
    'The closing “5-12-2027” is not a moment. Write “2027-03-01T17:00”, or the day alone: “2027-03-01”.',
  ],
  [
    'bad-zone',
    [[['zone'], 'Amsterdam']],
    'De tijdzone “Amsterdam” ken ik niet. Voor Nederland is het “Europe/Amsterdam”.',
    'I don’t know the time zone “Amsterdam”. For the Netherlands it is “Europe/Amsterdam”.',
  ],
  [
    'time-skipped',
    [[['rounds', 1, 'opens'], '2028-03-26T02:30']],
    'Ronde 2 (‘Assessment’): de opening kan niet op 26 maart 2028, 02.30 uur: dan gaat de klok een uur vooruit en bestaat dat tijdstip niet. Kies een ander tijdstip.',
    'Round 2 (‘Assessment’): the opening cannot be at 26 March 2028, 02:30: the clock goes forward an hour then and that moment does not exist. Choose another.',
  ],
  [
    'time-twice',
    [[['closes'], '2027-10-31T02:30']],
    'De sluiting is op 31 oktober 2027, 02.30 uur: dan gaat de klok een uur terug en is het twee keer zo laat. Bij een opening telt de eerste keer, bij een sluiting de tweede. Een ander tijdstip is duidelijker.',
    'The closing is at 31 October 2027, 02:30: the clock goes back an hour then and that moment comes twice. An opening takes the first, a closing the second. Another moment is clearer.',
  ],
  [
    'closes-before-opens',
    [[['rounds', 0, 'closes'], '2027-12-01']],
    'Ronde 1 (‘Voorselectie’): de sluiting (1 december 2027) is niet later dan de opening (6 december 2027).',
    'Round 1 (‘Voorselectie’): the closing (1 December 2027) is not later than the opening (6 December 2027).',
  ],
  [
    'reference-far',
    [[['referenceDay'], '2017-12-05']],
    'De peildatum (5 december 2017) ligt meer dan een jaar buiten de inzendperiode, van 13 september 2027, 09.00 uur tot 5 december 2027. Klopt het jaartal?',
    'The reference day (5 December 2017) is more than a year outside the period for handing in, from 13 September 2027, 09:00 to 5 December 2027. Is the year right?',
  ],
  [
    'same-id',
    [[['categories', 1, 'id'], 'direct']],
    'Categorie 2 (‘Indirect’): de id “direct” is al gebruikt, bij nummer 1. Kies een andere.',
    'Category 2 (‘Indirect’): the id “direct” has been used already, at number 1. Choose another.',
  ],
  [
    'same-id',
    [[['steps', 11, 'id'], 'own-reach']],
    'Vraag 12 (‘Website’): de id “own-reach” is al gebruikt, bij nummer 11. Kies een andere.',
    'Question 12 (‘Website’): the id “own-reach” has been used already, at number 11. Choose another.',
  ],
  [
    'same-id',
    [[['steps', 10, 'options', 2, 'id'], 'tens']],
    'Vraag 11 (‘Bereik’), keuze 3 (‘Duizend of meer’): de id “tens” is al gebruikt, bij nummer 1. Kies een andere.',
    'Question 11 (‘Bereik’), choice 3 (‘Duizend of meer’): the id “tens” has been used already, at number 1. Choose another.',
  ],
  [
    'same-id',
    [[['conditions', 1, 'id'], 'finished']],
    'Voorwaarde 2 (‘Is gebleken dat het werkt?’): de id “finished” is al gebruikt, bij nummer 1. Kies een andere.',
    'Condition 2 (‘Is gebleken dat het werkt?’): the id “finished” has been used already, at number 1. Choose another.',
  ],
  [
    'same-id',
    [[['rounds', 1, 'id'], 'preselection']],
    'Ronde 2 (‘Assessment’): de id “preselection” is al gebruikt, bij nummer 1. Kies een andere.',
    'Round 2 (‘Assessment’): the id “preselection” has been used already, at number 1. Choose another.',
  ],
  [
    'same-id',
    [[['rounds', 0, 'criteria', 1, 'id'], 'success']],
    'Ronde 1 (‘Voorselectie’), criterium 2 (‘Waardevol’): de id “success” is al gebruikt, bij nummer 1. Kies een andere.',
    'Round 1 (‘Voorselectie’), criterion 2 (‘Waardevol’): the id “success” has been used already, at number 1. Choose another.',
  ],
  [
    'same-name',
    [[['categories', 1, 'name', 'nl'], 'DIRECT']],
    'Categorie 2 (‘DIRECT’): de naam “DIRECT” is hetzelfde als bij nummer 1. Zo zien mensen het verschil niet.',
    'Category 2 (‘DIRECT’): the name “DIRECT” is the same as at number 1. People cannot tell them apart.',
  ],
  [
    'step-missing',
    [[['steps', 7]]],
    'De vraag “finished” ontbreekt (wanneer het is afgerond). Zonder die vraag is een inzending niet compleet.',
    'The question “finished” is missing (when it was finished). Without it a submission is not complete.',
  ],
  [
    'step-twice',
    [[['steps', 8], 'title']],
    'Vraag 9: de vraag “title” staat er twee keer, ook bij nummer 4.',
    'Question 9: the question “title” is there twice, at number 4 too.',
  ],
  [
    'step-too-early',
    [
      [['steps', 4], 'similar'],
      [['steps', 5], 'description'],
    ],
    'Vraag 5: “similar” kan pas na de vraag “description”.',
    'Question 5: “similar” can only come after the question “description”.',
  ],
  [
    'step-not-optional',
    [[['steps', 3], { ask: 'title', optional: true }]],
    'Vraag 4 (‘title’): “title” kan niet worden overgeslagen: zonder antwoord is een inzending niet compleet.',
    'Question 4 (‘title’): “title” cannot be skipped: without an answer a submission is not complete.',
  ],
  [
    'step-not-optional',
    [[['steps', 6], { ask: 'category', optional: true }]],
    'Vraag 7 (‘category’): “category” kan niet worden overgeslagen: zonder antwoord is een inzending niet compleet.',
    'Question 7 (‘category’): “category” cannot be skipped: without an answer a submission is not complete.',
  ],
  [
    'unknown-key',
    [[['texts', 'wellcome'], { nl: 'Hoi', en: 'Hi' }]],
    '“wellcome” ken ik hier niet. Bedoelt u “welcome”?',
    'I don’t know “wellcome” here. Do you mean “welcome”?',
  ],
  [
    'too-long',
    [[['texts', 'welcome', 'nl'], 'x'.repeat(301)]],
    'De begroeting in het Nederlands is te lang: er passen 300 tekens.',
    'The welcome in Dutch is too long: 300 characters fit.',
  ],
  [
    'category-not-asked',
    [[['steps', 6]]],
    'Er zijn 2 categorieën, maar de vraag “category” ontbreekt.',
    'There are 2 categories, but the question “category” is missing.',
  ],
  [
    'no-conditions',
    [[['conditions']]],
    'Vraag 10: de voorwaarden worden gevraagd, maar er staan er geen in het bestand. Zet ze bij “conditions”.',
    'Question 10: the conditions are asked, but the file has none. Put them in “conditions”.',
  ],
  [
    'conditions-not-asked',
    [[['steps', 9]]],
    'Er zijn voorwaarden, maar ze worden niet gevraagd. Zet “conditions” bij de vragen.',
    'There are conditions, but they are not asked. Put “conditions” among the questions.',
  ],
  [
    'refusal-missing',
    [[['conditions', 1, 'refusal']]],
    'Voorwaarde 2 (‘Is gebleken dat het werkt?’): wie hier nee antwoordt, kan niet meedoen, maar hoort niet waarom. Zet erbij: “refusal”.',
    'Condition 2 (‘Is gebleken dat het werkt?’): whoever answers no here cannot take part, but is not told why. Add: “refusal”.',
  ],
  [
    'consent-not-asked',
    [[['steps', 14]]],
    'De toestemming wordt niet gevraagd. Zet “consent” bij de vragen als de jury persoonsgegevens ziet.',
    'Consent is not asked. Put “consent” among the questions when the jury sees personal data.',
  ],
  [
    'invites-nobody',
    [[['steps', 13]]],
    'Voorgedragen gemeenten worden uitgenodigd, maar daarvoor moet u ook vragen van wie het initiatief is (“whose”) en wie de contactpersoon daar is (“contact-there”).',
    'Nominated municipalities are invited, but for that you also have to ask whose initiative it is (“whose”) and who the contact over there is (“contact-there”).',
  ],
  [
    'round-before-closing',
    [
      [['rounds', 0, 'opens'], '2027-11-01'],
      [['rounds', 0, 'closes'], '2027-12-05T18:00'],
    ],
    'Ronde 1 (‘Voorselectie’): de sluiting van deze ronde (5 december 2027, 18.00 uur) is eerder dan de sluiting van het inzenden (5 december 2027). Late inzendingen worden dan niet beoordeeld.',
    'Round 1 (‘Voorselectie’): this round closes (5 December 2027, 18:00) before handing in does (5 December 2027). Late submissions will not be judged.',
  ],
  [
    'scale-reversed',
    [[['rounds', 0, 'scale'], { lowest: 5, highest: 5 }]],
    'Ronde 1 (‘Voorselectie’): de hoogste score (5) is niet hoger dan de laagste (5).',
    'Round 1 (‘Voorselectie’): the highest score (5) is not above the lowest (5).',
  ],
  [
    'anchor-off-scale',
    [[['rounds', 0, 'scale', 'anchors', '7'], { nl: 'super', en: 'super' }]],
    'Ronde 1 (‘Voorselectie’), score 7: “7” is geen score van deze schaal, die loopt van 1 tot en met 5.',
    'Round 1 (‘Voorselectie’), score 7: “7” is not a score of this scale, which goes from 1 to 5.',
  ],
  [
    'sheet-too-large',
    [[['rounds', 0, 'criteria'], criteria(20)]],
    'Ronde 1 (‘Voorselectie’): dit past niet op het scoreformulier in Teams: te veel criteria (20), scores of omschrijvingen. Haal criteria weg of maak de schaal kleiner.',
    'Round 1 (‘Voorselectie’): this does not fit the score sheet in Teams: too many criteria (20), scores or descriptions. Take criteria away or make the scale smaller.',
  ],
  [
    'sheet-shortened',
    [[['rounds', 0, 'criteria'], criteria(9)]],
    'Ronde 1 (‘Voorselectie’): de uitleg van de criteria past niet helemaal op het scoreformulier in Teams; een deel staat alleen in het tabblad. Kortere teksten lezen beter.',
    'Round 1 (‘Voorselectie’): the explanations of the criteria do not all fit the score sheet in Teams; part of them is in the tab only. Shorter texts read better.',
  ],
  [
    'method-beside',
    [[['rounds', 0, 'ranking'], { decides: 'fair-mean', method: 'reml' }]],
    'Ronde 1 (‘Voorselectie’): het gemiddelde bepaalt de stand. De methode geldt alleen voor de gecorrigeerde score die ernaast staat. Klopt dat?',
    'Round 1 (‘Voorselectie’): the mean decides the ranking. The method only holds for the adjusted score beside it. Is that right?',
  ],
  [
    'open-briefly',
    [
      [['opens'], '2027-12-04'],
      [['remindDaysBefore'], [1]],
    ],
    'Inzenden kan maar 1 dag. Klopt dat?',
    'Handing in is possible for only 1 day. Is that right?',
  ],
  [
    'reminder-too-early',
    [[['remindDaysBefore'], [100, 7]]],
    'Herinnering 1: een herinnering 100 dagen voor de sluiting valt voor de opening (13 september 2027, 09.00 uur) en wordt niet verstuurd.',
    'Reminder 1: a reminder 100 days before the closing falls before the opening (13 September 2027, 09:00) and is not sent.',
  ],
  [
    'reminder-too-early',
    [
      [
        ['rounds', 0, 'remindDaysBefore'],
        [7, 200],
      ],
    ],
    'Ronde 1 (‘Voorselectie’), herinnering 2: een herinnering 200 dagen voor de sluiting valt voor de opening (6 december 2027) en wordt niet verstuurd.',
    'Round 1 (‘Voorselectie’), reminder 2: a reminder 200 days before the closing falls before the opening (6 December 2027) and is not sent.',
  ],
  [
    'english-missing',
    [[['categories', 0, 'name'], 'Direct'], [['consent', 'en']]],
    'Categorie 1 (‘Direct’): de naam is er niet in het Engels; dat geldt voor 2 teksten in dit bestand. Wie Engels leest, ziet Nederlands.',
    'Category 1 (‘Direct’): the name is not there in English; that goes for 2 texts in this file. Readers of English see Dutch.',
  ],
];

describe('a file with one thing wrong is told just that', () => {
  test.each(faults)('%s: %j', (code, changes, dutch, english) => {
    const text = fileWith(...changes);
    expect([said('nl', text), said('en', text)]).toEqual([[dutch], [english]]);
    const reading = readEditionFile(text);
    const [found] = 'faults' in reading ? reading.faults : reading.warnings;
    expect(found?.code).toBe(code);
  });
});

type SyntaxRow = [text: string, dutch: string];

const syntax: SyntaxRow[] = [
  ['', 'Bij regel 1, teken 1: het bestand houdt op, maar is nog niet af; misschien ontbreekt een haakje.'],
  ['{\n  "id": "a"\n  "name": "b"\n}', 'Bij regel 3, teken 3: hier ontbreekt een komma.'],
  [
    '{\n  "id": "a",\n}',
    'Bij regel 3, teken 1: hier hoort een naam tussen dubbele aanhalingstekens; misschien staat er een komma te veel.',
  ],
  ['{"id" "a"}', 'Bij regel 1, teken 7: hier ontbreekt een dubbele punt.'],
  ['{"id": }', 'Bij regel 1, teken 8: hier ontbreekt een waarde; misschien staat er een komma te veel.'],
  ['{"id": “a”}', 'Bij regel 1, teken 8: ‘“a”’ hoort hier niet; zet tekst tussen dubbele aanhalingstekens.'],
  [
    '{"id": "a\n"}',
    'Bij regel 1, teken 8: de tekst is niet afgesloten met dubbele aanhalingstekens op dezelfde regel.',
  ],
  ['// a\n{}', 'Bij regel 1, teken 1: commentaar kan hier niet; gebruik een “note”.'],
  ['{}}', 'Bij regel 1, teken 3: na het einde staat nog iets; misschien is er een haakje te veel.'],
  [
    '{"id": "\\q"}',
    'Bij regel 1, teken 8: na een schuine streep naar achteren kan dit teken niet; zet er twee.',
  ],
  [
    '{"id": "a"',
    'Bij regel 1, teken 11: het bestand houdt op, maar is nog niet af; misschien ontbreekt een haakje.',
  ],
];

describe('a file that is not JSON is told where it goes wrong first', () => {
  test.each(syntax)('%j', (text, dutch) => {
    expect(said('nl', text)).toEqual([`Het bestand is niet te lezen. ${dutch}`]);
  });

  test('in English too', () => {
    expect(said('en', '{"id" "a"}')).toEqual([
      'The file cannot be read. At line 1, character 7: a colon is missing here.',
    ]);
  });

  test('and one that only opens brackets is no edition', () => {
    expect(said('nl', '['.repeat(100_000))).toEqual([
      'Het bestand is geen editie: er staan te veel haakjes in elkaar.',
    ]);
  });

  test('and a setting written twice is named, at its line', () => {
    const twice = fileWith().replace('"zone":', '"name": "nog een",\n  "zone":');
    expect(said('nl', twice)).toEqual(['“name” staat er twee keer. Haal er één weg.']);
  });
});

test('every fault there is a text for is in these tables', () => {
  const texts = Object.keys(nl)
    .filter((key) => key.startsWith('edition-file.fault.'))
    .map((key) => key.slice('edition-file.fault.'.length));
  const shown = [...faults.map(([code]) => code), 'syntax', 'too-deep', 'twice-in-file'];
  expect(texts.filter((code) => !shown.includes(code))).toEqual([]);
});

test('everything wrong in one file is told at once, in the order of the file', () => {
  const text = fileWith([['name']], [['categories', 0, 'explanation']], [['rounds', 2, 'shortlistSize'], 0]);
  expect(said('nl', text)).toEqual([
    'De naam ontbreekt. Zet erbij: “name”.',
    'Categorie 1 (‘Direct’): de uitleg ontbreekt. Zet erbij: “explanation”.',
    'Ronde 3 (‘Pitch’): de grootte van de shortlist is te laag: het moet meer dan 0 zijn.',
  ]);
});

test('a fault says on which line it is', () => {
  const text = fileWith([['categories', 1, 'explanation'], 5]);
  const reading = readEditionFile(text);
  const lines = text.split('\n');
  const [fault] = 'faults' in reading ? reading.faults : [];
  expect(lines[(fault?.line ?? 0) - 1]?.trim()).toBe('"explanation": 5');
});
