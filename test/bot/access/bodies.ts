import type { Place } from './place.ts';

const cut = { roundId: 'preselection', categoryId: 'direct', basedOn: 0, key: 'x' };
const feedback = { roundId: 'preselection', basedOn: 0, key: 'x' };

/** What each act of the tab carries, by its path. */
export const bodies: Partial<Record<string, (place: Place, submissionId: string) => unknown>> = {
  '/api/tab/cut/change': () => ({ ...cut, change: { kind: 'set-rule', rule: { size: 2 } } }),
  '/api/tab/cut/propose': () => ({ ...cut, seen: 'x' }),
  '/api/tab/cut/fix': () => ({ ...cut, seen: 'x' }),
  '/api/tab/feedback/all': () => ({ roundId: 'preselection', wish: 'draft', from: 0, key: 'x' }),
  '/api/tab/feedback/:id': () => ({ ...feedback, deed: 'draft' }),
};
