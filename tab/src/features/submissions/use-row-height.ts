import { useSyncExternalStore } from 'react';

const narrow = '(max-width: 47.9375rem)';

/** In rem, as in the style sheet: on a phone a title may take two lines. */
const heights = { wide: 4, narrow: 5.75 } as const;

/** Of every row of the list, in pixels; follows the size of letters that somebody chose. */
export function useRowHeight(): number {
  return useSyncExternalStore(subscribe, rowHeight);
}

function rowHeight(): number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return rem * (window.matchMedia(narrow).matches ? heights.narrow : heights.wide);
}

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(narrow);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
