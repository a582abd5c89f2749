/** Of all that is due at some moment, what is due first. */
export function dueFirst<T extends { dueAt?: number }>(
  all: Iterable<T>,
): (T & { dueAt: number }) | undefined {
  let first: (T & { dueAt: number }) | undefined;
  for (const each of all) {
    if (isDue(each) && (first === undefined || each.dueAt < first.dueAt)) first = each;
  }
  return first;
}

function isDue<T extends { dueAt?: number }>(each: T): each is T & { dueAt: number } {
  return each.dueAt !== undefined;
}
