/** Starts what it is given, or has it wait for its turn. */
type Turns = <T>(run: () => Promise<T>) => Promise<T>;

/** Lets so many run at once; the others wait, and begin in the order in which they came. */
export function atMost(count: number): Turns {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (run) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await run();
    } finally {
      // Who waits longest gets this place itself, so that nobody who comes now can be first.
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
