import type { RefObject } from 'react';
import { useSyncExternalStore } from 'react';

export interface Rows {
  /** Counted from 0. */
  from: number;
  /** Not included. */
  to: number;
}

/** Drawn outside the view on either side: the next link is there before focus wants it. */
const beyond = 8;
/** Rows come and go by so many, so that scrolling seldom draws. */
const step = 4;

/**
 * Which rows of a long list are in view, in a window that scrolls as a whole. All rows are equally high: nothing has to be
 * measured, and going back is to the pixel.
 * @param around the row that is in view before the list is drawn
 */
export function useWindowRows(
  list: RefObject<HTMLElement | null>,
  { rowHeight, around }: { rowHeight: number; around: number },
): Rows {
  const seen = useSyncExternalStore(subscribe, () => rowsInView(list.current, rowHeight, around));
  const [from = 0, to = 0] = seen.split(' ').map(Number);
  return { from, to };
}

/** As text, so that the same rows are the same. */
function rowsInView(list: HTMLElement | null, rowHeight: number, around: number): string {
  const top = list?.getBoundingClientRect().top ?? -around * rowHeight;
  const from = step * Math.floor((-top / rowHeight - beyond) / step);
  const to = step * Math.ceil(((window.innerHeight - top) / rowHeight + beyond) / step);
  return `${Math.max(0, from)} ${Math.max(0, to)}`;
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('scroll', changed, { passive: true });
  window.addEventListener('resize', changed);
  return () => {
    window.removeEventListener('scroll', changed);
    window.removeEventListener('resize', changed);
  };
}
