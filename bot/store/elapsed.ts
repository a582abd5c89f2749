/** By the clock that never goes back, and by the one on the wall, which goes on while the machine sleeps. */
export interface Moment {
  steady: number;
  wall: number;
}

export function thisMoment(): Moment {
  return { steady: performance.now(), wall: Date.now() };
}

/** How many milliseconds ago that was, at most: by whichever clock says more. */
export function atMostSince(then: Moment): number {
  const now = thisMoment();
  return Math.max(now.steady - then.steady, now.wall - then.wall);
}
