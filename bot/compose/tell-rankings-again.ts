import type { ReadModel } from '../use-cases/read-model.ts';

/** By then other servers have ranked it as well. */
const againMs = 5_000;

/**
 * Each server ranks for itself, and whoever asks after the news of a ranking may ask one that is still at it: so that
 * news is told once more, a moment later.
 */
export function rankingsToldAgain(known: ReadModel['onRanked']): ReadModel['onRanked'] {
  return (listener) => {
    const later = new Set<NodeJS.Timeout>();
    const away = known((ranked) => {
      listener(ranked);
      const again = setTimeout(() => {
        later.delete(again);
        listener(ranked);
      }, againMs);
      later.add(again);
    });
    return () => {
      away();
      for (const again of later) clearTimeout(again);
    };
  };
}
