import type { Busy } from '../delivery/depot.ts';
import type { Views } from './keep-views.ts';

/**
 * Which posts a judge may be filling in a sheet on. A server that still takes in what was stored before it started does
 * not know which sheets lie open, and takes every jury post for one.
 */
export function busyPosts({
  openSheets,
  waitingFor,
  upToDate,
}: Pick<Views, 'openSheets' | 'waitingFor' | 'upToDate'>): Busy {
  return {
    until: (content) => {
      if (content.kind !== 'jury-post') return 0;
      if (waitingFor().length > 0) return Infinity;
      return openSheets.filledInUntil(content.submissionId, content.roundId);
    },
    look: async (content) => {
      if (content.kind === 'jury-post') await upToDate();
    },
  };
}
