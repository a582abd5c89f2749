import { describe, expect, test } from '@jest/globals';
import { juryPostCard } from '../../bot/cards/jury-post-card.ts';
import { ownResultCard } from '../../bot/cards/own-result-card.ts';
import { drawPersonal } from '../../bot/cards/personal-message.ts';
import { sheetCard } from '../../bot/cards/sheet-card.ts';
import type { FeedbackView } from '../../bot/conversation/feedback-view.ts';
import type { Criterion } from '../../bot/domain/edition/edition.ts';
import { remarksCount, wordsLength } from '../../bot/domain/judging/feedback.ts';
import type { SheetContent } from '../../bot/domain/judging/score-sheet.ts';
import { faultsOf, remarkLength } from '../../bot/domain/judging/score-sheet.ts';
import {
  descriptionLength,
  mostPartners,
  nameLength,
  proofLength,
  titleLength,
} from '../../bot/domain/submission/submission.ts';
import { bytesOf } from './card-files.ts';
import { luisterpaal, ownView } from './own-samples.ts';
import { postView, resultView, sheetOf, tabLink } from './jury-samples.ts';

const kilobyte = 1024;
const budget = 20 * kilobyte;
/** Teams takes about 100 KB; beyond this we would be gambling. */
const hardLimit = 80 * kilobyte;
const criteria = 8;

/** What takes the most room: to escape, in UTF-8, and in what one field of Teams can hold (UTF-16). */
const costly: [name: string, unit: string][] = [
  ['asterisks', '*'],
  ['backslashes', '\\'],
  ['quotes', '"'],
  ['emoji', '🏅'],
  ['families', '👩‍👩‍👧‍👦'],
  ['Chinese', '市'],
  ['stacked accents', 'e\u0301\u0302\u0303'],
];

describe.each(costly)('with the longest texts, all %s,', (_name, unit) => {
  const characters = (most: number) => Array.from(unit.repeat(most)).slice(0, most).join('');
  const fieldFull = unit.repeat(Math.floor(remarkLength.most / unit.length));
  const submission = {
    ...postView.submission,
    title: characters(titleLength.most),
    description: characters(descriptionLength.most),
    proof: characters(proofLength.most),
    partners: Array.from({ length: mostPartners }, () => ({
      kind: 'organisation' as const,
      name: characters(nameLength.most),
    })),
  };
  const longCriteria = Array.from({ length: criteria }, (_, index): Criterion => {
    const id = `criterion-${String(index)}`;
    return { id, name: { nl: characters(300) }, explanation: { nl: characters(1_000) }, weight: 1 };
  });
  const round = { ...postView.round, criteria: longCriteria };
  const content = (remark: string): SheetContent => ({
    scores: Object.fromEntries(longCriteria.map(({ id }) => [id, 'not-assessable'])),
    remarks: Object.fromEntries(longCriteria.map(({ id }) => [id, remark])),
    overallRemark: remark,
  });
  const view = { ...resultView, round, submission };

  test('the post is at most 20 KB, also with 60 people to refresh for', () => {
    const refreshFor = Array.from({ length: 60 }, (_, index) => `29:1${String(index).padStart(64, 'x')}`);
    const category = { ...postView.category, name: { nl: characters(500) } };
    expect(bytesOf(juryPostCard({ ...postView, category, submission, refreshFor }, tabLink))).toBeLessThan(
      budget,
    );
  });

  test("a judge's own result is at most 20 KB", () => {
    const sheet = sheetOf(content(fieldFull), {
      status: 'handed-in',
      handedInAt: resultView.sheet.handedInAt,
    });
    const drawing = { view: { ...view, sheet }, progress: postView, teamsUserId: `29:1${'x'.repeat(64)}` };
    expect(bytesOf(ownResultCard('nl', drawing, tabLink))).toBeLessThan(budget);
  });

  describe("a submitter's feedback,", () => {
    const feedback: FeedbackView = {
      ...{ kind: 'feedback', number: 'GD27-0013', title: submission.title, round: characters(300) },
      words: characters(wordsLength.most),
      remarks: Array.from({ length: remarksCount.most }, () => ({
        about: characters(300),
        text: characters(remarkLength.most),
      })),
    };

    test('on its own card, is at most 20 KB and says how many remarks are left out', () => {
      const { card } = drawPersonal(feedback, 'nl');
      expect(bytesOf(card)).toBeLessThan(budget);
      expect(JSON.stringify(card)).toMatch(/zijn nog \d+ opmerkingen/);
    });

    test('of three rounds, among what was entered, is at most 20 KB', () => {
      const entered = { ...luisterpaal, ...submission, id: luisterpaal.id, submitter: luisterpaal.submitter };
      const { card } = drawPersonal(ownView(entered, { feedback: [feedback, feedback, feedback] }), 'nl');
      expect(bytesOf(card)).toBeLessThan(budget);
    });
  });

  test('a sheet is at most 20 KB without what stands in its fields, and 80 KB with it', () => {
    const nothing: SheetContent = { scores: {}, remarks: {}, overallRemark: '' };
    const empty = { view: { ...view, faults: faultsOf(nothing, round) }, content: nothing };
    expect(bytesOf(sheetCard('nl', empty, tabLink))).toBeLessThan(budget);
    expect(bytesOf(sheetCard('nl', { ...empty, inChat: true }, tabLink))).toBeLessThan(budget);
    const filled = { view: { ...view, sheet: sheetOf(content(fieldFull)) }, content: content(fieldFull) };
    expect(bytesOf(sheetCard('nl', filled, tabLink))).toBeLessThan(hardLimit);
  });
});
