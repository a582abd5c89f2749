import type { BusyUntil } from '../delivery/depot.ts';
import type { Views } from './keep-views.ts';

/**
 * Until when a judge may be filling in a sheet on what stands in Teams. A server that still takes in what was stored
 * before it started does not know which sheets lie open, and takes every jury post for one.
 */
export function postBusyUntil({
  openSheets,
  waitingFor,
}: Pick<Views, 'openSheets' | 'waitingFor'>): BusyUntil {
  return (content) => {
    if (content.kind !== 'jury-post') return 0;
    if (waitingFor().length > 0) return Infinity;
    return openSheets.filledInUntil(content.submissionId, content.roundId);
  };
}
