import type { SheetContent } from '../../../bot/domain/judging/score-sheet.ts';
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
};
