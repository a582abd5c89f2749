import type { Progress } from '../../../../bot/http/contract/progress.ts';

// A type, not an interface: texts take it as their values.
type Count = { total: number; done: number };

/** How many there are and how many are done: by everybody, and for a judge by themselves. */
export function countProgress(lines: readonly Omit<Progress['lines'][number], 'submission'>[]): {
  all: Count;
  own?: Count;
} {
  const done = lines.filter(({ handedIn, judges }) => judges > 0 && handedIn >= judges);
  const all = { total: lines.length, done: done.length };
  if (lines.every(({ own }) => own === undefined)) return { all };
  const mine = lines.filter(({ own }) => own === 'none' || own === 'draft' || own === 'handed-in');
  const ready = mine.filter(({ own }) => own === 'handed-in');
  return { all, own: { total: mine.length, done: ready.length } };
}
