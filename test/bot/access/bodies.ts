import type { SheetContent } from '../../../bot/domain/judging/score-sheet.ts';
import { hashOf } from '../../../bot/use-cases/close-round-hash.ts';
import type { Place } from './place.ts';

const roundId = 'preselection';
export const fullSheet: SheetContent = {
  scores: { success: 4, value: 5, reuse: 3, inclusion: 'not-assessable' },
  remarks: {},
  overallRemark: '',
};

/** What each act of the tab carries, by its path. */
export const bodies: Partial<Record<string, (place: Place, submissionId: string) => unknown>> = {
  '/api/tab/submissions/:id/abstention': () => ({ roundId, basedOn: 0, reason: 'Ik ken de indiener' }),
  '/api/tab/submissions/:id/sheet': () => ({ roundId, basedOn: 0, wish: 'hand-in', content: fullSheet }),
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
