import type { SheetContent } from '../../../bot/domain/judging/score-sheet.ts';
import type { Place } from './place.ts';

const roundId = 'preselection';
export const fullSheet: SheetContent = {
  scores: { success: 4, value: 5, reuse: 3, inclusion: 'not-assessable' },
  remarks: {},
  overallRemark: '',
};

/** What each act of the tab carries, by its path. */
export const bodies: Partial<Record<string, (place: Place, submissionId: string) => unknown>> = {
  '/api/tab/progress/nudge': () => ({ key: 'een-druk-op-de-knop' }),
  '/api/tab/submissions/:id/abstention': () => ({ roundId, basedOn: 0, reason: 'Ik ken de indiener' }),
  '/api/tab/submissions/:id/sheet': () => ({ roundId, basedOn: 0, wish: 'hand-in', content: fullSheet }),
};
