/** Where in the list somebody was, for when they come back from a submission. It lives as long as the page. */

interface ListMemory {
  /** Of which list. */
  query: string;
  scrollY: number;
  /** Which line was opened last, counted from 0. */
  opened?: number;
}

let memory: ListMemory = { query: '', scrollY: 0 };

/** Up to which number a list was asked first: what comes in later is told, and does not move it. */
const pins = new Map<string, number>();
const mostPins = 100;

export function rememberScroll(query: string, scrollY: number): void {
  memory = memory.query === query ? { ...memory, scrollY } : { query, scrollY };
}

/** @param index counted from 0 */
export function rememberOpened(query: string, index: number): void {
  memory = memory.query === query ? { ...memory, opened: index } : { query, scrollY: 0, opened: index };
}

/** What to go back to; once, as who comes anew begins at the top. */
export function recall(query: string): Required<Omit<ListMemory, 'query'>> | undefined {
  if (memory.query !== query || memory.opened === undefined) return undefined;
  return { scrollY: memory.scrollY, opened: memory.opened };
}

export function forgetOpened(): void {
  memory = { query: memory.query, scrollY: memory.scrollY };
}

export function pinOf(query: string): number | undefined {
  return pins.get(query);
}

export function pin(query: string, upTo: number): void {
  if (pins.size >= mostPins) pins.clear();
  pins.set(query, upTo);
}

export function unpin(query: string): void {
  pins.delete(query);
}
