import { describe, expect, test } from '@jest/globals';
import { juryPostCard, juryPostSummary, juryPostValues } from '../../bot/cards/jury-post-card.ts';
import { ownResultValues } from '../../bot/cards/own-result-card.ts';
import { sheetCard, sheetValues } from '../../bot/cards/sheet-card.ts';
import { mergeSheets } from '../../bot/cards/sheet-merge.ts';
import { createTabLink } from '../../bot/cards/tab-link.ts';
import type { SheetContent } from '../../bot/domain/judging/score-sheet.ts';
import { linkOf } from '../teams/page/src/tab/deep-link.ts';
import { ofType, samplesOf } from './card-files.ts';
import { drawings, handedIn, jurySamples, postView, resultView, tabLink } from './jury-samples.ts';

describe.each(Object.entries(jurySamples))('the samples of %s', (card, samples) => {
  test('are what our own code makes (else: node test/cards/write-samples.ts)', () => {
    expect(Object.fromEntries(samplesOf(card))).toEqual(JSON.parse(JSON.stringify(samples)));
  });
});

describe('the post', () => {
  const shown = (changes: Partial<typeof postView>) => juryPostValues({ ...postView, ...changes }, tabLink);

  test('says how many have scored, and no more than that about anybody', () => {
    expect(shown({ handedIn: 2, judges: 7 }).progress).toBe('2 van 7 beoordeeld');
    expect(Object.keys(shown({})).sort()).toEqual(
      [
        'lang fallbackText submission round number title about readLabel link description isWithdrawn overline isExample',
        'exampleLabel progress when isOpen openLabel abstainLabel refreshFor proof judgements judgementsLabel',
      ]
        .join(' ')
        .split(' ')
        .sort(),
    );
  });

  test('offers to score while that is possible, and says why when it is not', () => {
    const withdrawn = { submission: { ...postView.submission, status: 'withdrawn' as const } };
    expect(
      [{}, { roundPhase: 'before' as const }, { roundPhase: 'closed' as const }, withdrawn]
        .map(shown)
        .map(({ isOpen, when }) => [isOpen, when]),
    ).toEqual([
      [true, 'Beoordelen kan tot 11 februari 2027, 17.00 uur.'],
      [false, 'Beoordelen kan vanaf 23 oktober 2026, 09.00 uur.'],
      [false, 'Deze ronde is gesloten. Beoordelen kan niet meer.'],
      [false, 'Ingetrokken door de indiener. U hoeft niets te doen.'],
    ]);
  });

  test('counts a round that closes at midnight as open on the whole day before', () => {
    const round = { ...postView.round, closesAt: '2026-12-04T23:00:00.000Z' };
    expect(shown({ round }).when).toBe('Beoordelen kan tot en met 4 december 2026.');
  });

  test('asks for no refresh when nobody can be refreshed for', () => {
    expect(juryPostCard({ ...postView, refreshFor: [] }, tabLink)).not.toHaveProperty('refresh');
    expect(juryPostCard(postView, tabLink)).toHaveProperty('refresh.userIds', postView.refreshFor);
  });

  test('draws what a submitter typed as typed', () => {
    const submission = { ...postView.submission, title: '**Gratis** [klik](https://evil.example)' };
    const { title } = shown({ submission });
    expect(title).toBe(String.raw`\*\*Gratis\*\* \[klik\](https://evil.example)`);
    expect(juryPostSummary({ ...postView, submission })).toBe(
      'Te beoordelen: GD27-0042, **Gratis** [klik](https://evil.example) (Utrecht)',
    );
  });
});

describe('the sheet', () => {
  test('holds its fields as they were, not escaped', () => {
    const content: SheetContent = {
      scores: { success: 4, value: 'not-assessable' },
      remarks: { success: '**let op**\n${1+1}' },
      overallRemark: '[x]',
    };
    const [{ view } = { view: undefined }] = Object.values(drawings);
    if (view === undefined) throw new Error('there is no drawing');
    const fields = ofType(sheetCard('nl', { view, content }, tabLink), 'Input.');
    expect(Object.fromEntries(fields.map(({ id, value }) => [id, value]))).toEqual({
      'score.success': '4',
      'score.value': 'not-assessable',
      'score.reuse': '',
      'score.inclusion': '',
      'remark.success': '**let op**\n${1+1}',
      'remark.value': '',
      'remark.reuse': '',
      'remark.inclusion': '',
      'remark.overall': '[x]',
      'abstain.reason': '',
    });
    expect(fields.filter((field) => field.isRequired === true)).toEqual([]);
    expect(fields.filter((field) => field.isVisible === false).map(({ id }) => id)).toEqual([
      'remark.value',
      'remark.reuse',
      'remark.inclusion',
    ]);
  });

  test.each([
    ['sample', ''],
    ['sample.saved', 'Bewaard op 22 november 2026, 11.00 uur. Nog niet ingediend.'],
    ['sample.missing', 'Bij 2 criteria ontbreekt een score. Wat u invulde, is bewaard.'],
    ['sample.elsewhere', expect.stringContaining('op een ander apparaat gewijzigd')],
  ])('says by its buttons what happened: %s', (name, notice) => {
    const drawing = drawings[name];
    if (drawing === undefined) throw new Error(`there is no drawing ${name}`);
    expect(sheetValues('nl', drawing, tabLink)).toMatchObject({ notice });
  });

  test('that was handed in before is only handed in again, and says that the old one still counts', () => {
    const drawing = {
      view: { ...resultView, faults: [{ criterionId: 'success', code: 'missing' as const }] },
      content: { ...handedIn, scores: { value: 5, reuse: 3, inclusion: 2 } },
    };
    expect(sheetValues('nl', drawing, tabLink)).toMatchObject({
      maySave: false,
      handInLabel: 'Dien wijziging in',
      notice: 'Bij één criterium ontbreekt een score. Tot u opnieuw indient, telt uw eerdere beoordeling.',
    });
  });
});

test("a judge's own result shows their own scores and mean, and when it was changed", () => {
  const progress = { handedIn: 3, judges: 5 };
  const revised = { ...resultView, sheet: { ...handedIn, updatedAt: '2026-11-23T08:05:00.000Z' } };
  expect(ownResultValues('nl', { view: revised, progress }, tabLink)).toMatchObject({
    state: 'Gewijzigd en ingediend op 23 november 2026, 09.05 uur',
    criteria: [{ score: '4' }, { score: '5' }, { score: '3' }, { score: 'Niet te beoordelen' }],
    mean: '4,0',
    progress: '3 van 5 beoordeeld',
  });
  const none = { ...handedIn, scores: { success: 'not-assessable' as const } };
  expect(ownResultValues('en', { view: { ...resultView, sheet: none }, progress }, tabLink).mean).toBe(
    'None',
  );
});

describe('two devices', () => {
  const sheet = (scores: SheetContent['scores'], remark: string): SheetContent => ({
    scores,
    remarks: remark === '' ? {} : { success: remark },
    overallRemark: remark,
  });

  test.each([
    ['different remarks both stay', 'een', 'twee', 'een\n\ntwee'],
    ['a remark that was typed on is the longer one', 'een', 'een en meer', 'een en meer'],
    ['the same remark stays once', 'een', 'een', 'een'],
    ['only here', '', 'hier', 'hier'],
    ['only there', 'daar', '', 'daar'],
  ])('%s', (_name, there, here, together) => {
    const { content } = mergeSheets(sheet({}, there), sheet({}, here));
    expect([content.remarks.success, content.overallRemark]).toEqual([together, together]);
  });

  test('a stored score stands, a missing one is filled, and what gave way is said', () => {
    expect(mergeSheets(sheet({ a: 1, b: 2 }, ''), sheet({ a: 1, b: 5, c: 4 }, ''))).toMatchObject({
      content: { scores: { a: 1, b: 2, c: 4 } },
      chosenHere: { b: 5 },
    });
    expect(mergeSheets(undefined, sheet({ a: 1 }, 'x')).content).toEqual(sheet({ a: 1 }, 'x'));
  });
});

test("the tab's address says which submission, whatever is in its id", () => {
  const link = createTabLink({ appId: 'app', tabId: 'home' });
  expect(link('a b"&c')).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/entity\/app\/home\?context=[\w%]+$/);
  expect(linkOf(link('a b"&c'))).toEqual({ kind: 'tab', subPage: 'submission:a b"&c' });
});
