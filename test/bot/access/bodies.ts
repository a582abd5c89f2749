import type { SheetContent } from '../../../bot/domain/judging/score-sheet.ts';
import { hashOf } from '../../../bot/use-cases/rounds/close-round-hash.ts';
import type { Place } from './place.ts';

const roundId = 'preselection';
export const fullSheet: SheetContent = {
  scores: { success: 4, value: 5, reuse: 3, inclusion: 'not-assessable' },
  remarks: {},
  overallRemark: '',
};

const cut = { roundId: 'preselection', categoryId: 'direct', basedOn: 0, key: 'x' };
const feedback = { roundId: 'preselection', basedOn: 0, key: 'x' };

/** What each act of the tab carries, by its path. */
export const bodies: Partial<Record<string, (place: Place, submissionId: string) => unknown>> = {
  '/api/tab/progress/nudge': () => ({ key: 'een-druk-op-de-knop' }),
  '/api/tab/submissions/:id/abstention': () => ({ roundId, basedOn: 0, reason: 'Ik ken de indiener' }),
  '/api/tab/submissions/:id/sheet': () => ({ roundId, basedOn: 0, wish: 'hand-in', content: fullSheet }),
  '/api/tab/cut/change': () => ({ ...cut, change: { kind: 'set-rule', rule: { size: 2 } } }),
  '/api/tab/cut/propose': () => ({ ...cut, seen: 'x' }),
  '/api/tab/cut/fix': () => ({ ...cut, seen: 'x' }),
  '/api/tab/feedback/all': () => ({ roundId: 'preselection', wish: 'draft', from: 0, key: 'x' }),
  '/api/tab/feedback/:id': () => ({ ...feedback, deed: 'draft' }),
  '/api/tab/editions/start': () => ({ key: 'k', name: 'Volgende', numberPrefix: 'GD30', from: 'voorbeeld' }),
  '/api/tab/editions/:id/save': () => ({
    ...{ part: 'general', basedOn: 0, value: { name: 'Anders', numberPrefix: 'GD27', example: true } },
  }),
  '/api/tab/editions/:id/people': () => ({
    ...{ act: 'invite', key: 'k', addresses: 'iemand@bureau.example', role: 'juror' },
  }),
  '/api/tab/editions/:id/discard': () => ({ basedOn: 0, isDiscarded: true }),
  '/api/tab/editions/:id/put': ({ edition }) => ({ revision: 0, hash: hashOf(edition) }),
  '/api/tab/editions/:id/undo': ({ edition }) => ({ hash: hashOf(edition), to: 'x' }),
  '/api/tab/editions/:id/run': ({ edition }) => ({ seen: edition.id }),
};
