import { divergenceDrawing } from '../../bot/cards/divergence-drawing.ts';
import { abstainFormValues } from '../../bot/cards/abstain-form-card.ts';
import { juryPostValues } from '../../bot/cards/jury-post-card.ts';
import { ownAbstentionValues } from '../../bot/cards/own-abstention-card.ts';
import { ownResultValues } from '../../bot/cards/own-result-card.ts';
import { sheetValues } from '../../bot/cards/sheet-card.ts';
import type { SheetDrawing } from '../../bot/cards/sheet-card.ts';
import { mergeSheets } from '../../bot/cards/sheet-merge.ts';
import { createTabLink } from '../../bot/cards/tab-link.ts';
import type { ScoreSheet, SheetContent } from '../../bot/domain/judging/score-sheet.ts';
import { faultsOf } from '../../bot/domain/judging/score-sheet.ts';
import type { SheetView } from '../../bot/use-cases/judging/score-submission.ts';
import type { JuryPostView } from '../../bot/use-cases/judging/view-jury-post.ts';
import { edition, now, round, submission as made } from '../bot/domain/examples.ts';

/** The jury's cards as they are drawn for views that could be: what their `sample….json` hold. */

export const tabLink = createTabLink({
  appId: '7c1f2b0a-53de-4a86-9f0e-1d2c3b4a5968',
  tabId: 'gemeentedelers',
});

const submission = made({
  id: 'a3f0c6de-8f2b-4f57-9a51-0c8f4b1de733',
  number: 42,
  description:
    'Een paal die langs de wijken reist en naar inwoners luistert. Wie langskomt, spreekt in wat er beter kan; ' +
    'vrijwilligers schrijven het uit en de wijkadviseur belt binnen een week terug. In het eerste jaar kwamen er ' +
    '1.140 verhalen binnen, waarvan de helft van mensen die nooit eerder contact zochten met de gemeente.',
});
const scored: SheetContent = {
  scores: { success: 4, value: 5, reuse: 3, inclusion: 'not-assessable' },
  remarks: { reuse: 'De paal zelf is te koop; het terugbellen vraagt om vaste mensen.' },
  overallRemark: 'Mooi dat er echt wordt teruggebeld.',
};
const begun: SheetContent = {
  scores: { success: 4, reuse: 3 },
  remarks: scored.remarks,
  overallRemark: '',
};
const empty: SheetContent = { scores: {}, remarks: {}, overallRemark: '' };

export const postView: JuryPostView = {
  edition: edition(),
  category: edition().categories[0] ?? fail('the example edition has no category'),
  round: round(),
  submission,
  roundPhase: 'open',
  handedIn: 1,
  judges: 5,
  refreshFor: ['29:1jurylid-1', '29:1jurylid-2'],
};
const toRead = {
  ...submission,
  description: `${submission.description}\n\nDe paal staat in elke wijk drie weken, bij de supermarkt of de school.`,
  proof:
    'Van de 1.140 verhalen leidden er 312 tot een verbetering in de wijk; inwoners geven het gesprek een 8,1.',
  partners: [
    { kind: 'municipality' as const, code: 'GM0193' },
    { kind: 'organisation' as const, name: 'Stichting Buurtoor' },
  ],
};
const view: SheetView = { edition: edition(), round: round(), submission, roundPhase: 'open', faults: [] };

export function sheetOf(content: SheetContent, changes: Partial<ScoreSheet> = {}): ScoreSheet {
  return {
    submissionId: submission.id,
    roundId: 'preselection',
    judge: 't:jurylid-1',
    status: 'draft',
    revision: 1,
    updatedAt: now,
    ...content,
    ...changes,
  };
}

export const handedIn = sheetOf(scored, { status: 'handed-in', handedInAt: now });
export const resultView = { ...view, sheet: handedIn };

const elsewhere: SheetContent = {
  ...begun,
  scores: { success: 2, reuse: 3 },
  remarks: { reuse: 'Kan beter.' },
};

export const drawings: Record<string, SheetDrawing> = {
  sample: { view, content: empty },
  'sample.saved': { view: { ...view, sheet: sheetOf(begun), event: 'saved' }, content: begun },
  'sample.missing': {
    view: { ...view, sheet: sheetOf(begun), event: 'saved', faults: faultsOf(begun, round()) },
    content: begun,
  },
  'sample.elsewhere': {
    view: { ...view, sheet: sheetOf(elsewhere, { revision: 2 }), event: 'changed-elsewhere' },
    ...mergeSheets(elsewhere, begun),
  },
  'sample.abstaining': {
    view,
    content: empty,
    abstaining: { reason: '', fault: { code: 'missing' } },
  },
  'sample.chat': { view: { ...view, submission: toRead }, content: empty, inChat: true },
  'sample.revise-english': { view: { ...view, sheet: handedIn }, content: scored },
};

const abstention = {
  submissionId: submission.id,
  roundId: 'preselection',
  judge: 't:jurylid-1',
  status: 'abstained',
  reason: 'Ik heb de indiener vorig jaar geadviseerd.',
  revision: 1,
  updatedAt: now,
} as const;
const abstentionView = { ...view, abstention };

/** By card, then by file name without `.json`. */
export const jurySamples: Record<string, Record<string, object>> = {
  'jury-post': {
    sample: juryPostValues(postView, tabLink),
    'sample.closed-example': juryPostValues(
      { ...postView, submission: { ...submission, example: true }, roundPhase: 'closed', handedIn: 5 },
      tabLink,
    ),
    'sample.withdrawn': juryPostValues(
      { ...postView, submission: { ...submission, status: 'withdrawn' } },
      tabLink,
    ),
  },
  'score-sheet': Object.fromEntries(
    Object.entries(drawings).map(([name, drawing]) => [
      name,
      sheetValues(name.endsWith('english') ? 'en' : 'nl', drawing, tabLink),
    ]),
  ),
  'own-result': {
    sample: ownResultValues(
      'nl',
      { view: resultView, progress: postView, teamsUserId: '29:1jurylid-1' },
      tabLink,
    ),
    'sample.closed': ownResultValues(
      'nl',
      {
        view: {
          ...resultView,
          sheet: { ...handedIn, updatedAt: '2026-11-23T08:05:00.000Z', remarks: {}, overallRemark: '' },
          roundPhase: 'closed',
        },
        progress: { handedIn: 5, judges: 5 },
      },
      tabLink,
    ),
    'sample.chat': ownResultValues('nl', { view: resultView, progress: postView, way: { left: 8 } }, tabLink),
    'sample.last-in-chat': ownResultValues(
      'nl',
      { view: resultView, progress: postView, way: { left: 0 } },
      tabLink,
    ),
  },
  'abstain-form': {
    sample: abstainFormValues('nl', { view, reason: '' }, tabLink),
    'sample.missing-english': abstainFormValues(
      'en',
      { view, reason: '', fault: { code: 'missing' } },
      tabLink,
    ),
  },
  divergence: {
    sample: divergenceDrawing(edition(), { roundId: 'preselection', criterionIds: ['reuse'] })?.values ?? {},
    'sample.two':
      divergenceDrawing(edition(), { roundId: 'preselection', criterionIds: ['reuse', 'value'] })?.values ??
      {},
  },
  'own-abstention': {
    sample: ownAbstentionValues(
      'nl',
      {
        view: { ...abstentionView, sheet: sheetOf(begun) },
        progress: { handedIn: 1, judges: 4 },
        teamsUserId: '29:1jurylid-1',
      },
      tabLink,
    ),
    'sample.chat': ownAbstentionValues(
      'nl',
      { view: abstentionView, progress: { handedIn: 1, judges: 4 }, way: { left: 3 } },
      tabLink,
    ),
    'sample.closed-english': ownAbstentionValues(
      'en',
      {
        view: { ...abstentionView, sheet: handedIn, roundPhase: 'closed' },
        progress: { handedIn: 4, judges: 4 },
      },
      tabLink,
    ),
  },
};

function fail(reason: string): never {
  throw new Error(reason);
}
