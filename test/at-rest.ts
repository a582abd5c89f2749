/**
 * A script for a page: a promise that resolves when nothing moves that comes to an end. What waits may move for ever,
 * and what was on its way may be broken off: neither is waited for.
 */
export const atRest = `new Promise((resolve) => {
  const ends = (each) => each.playState === 'running' && each.effect.getComputedTiming().endTime < Infinity;
  const look = () => (document.getAnimations().some(ends) ? setTimeout(look, 10) : resolve());
  look();
})`;
