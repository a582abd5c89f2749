import type { RefObject } from 'react';
import { useLayoutEffect, useRef } from 'react';

interface Places {
  width: number;
  tops: Map<string, number>;
}

const glide = { duration: 450, easing: 'cubic-bezier(0.2, 0, 0, 1)' };

/** Lets the elements with a `data-glide` key inside the returned ref move to a new place instead of jumping there. */
export function useGlide<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null);
  const before = useRef<Places>(undefined);
  useLayoutEffect(() => {
    if (ref.current === null) return;
    const rows = [...ref.current.querySelectorAll<HTMLElement>('[data-glide]')];
    const now: Places = {
      width: ref.current.offsetWidth,
      tops: new Map(rows.map((row) => [row.dataset.glide ?? '', row.offsetTop])),
    };
    // In another width every row is elsewhere, and nothing has happened.
    if (before.current?.width === now.width && !prefersStillness()) move(rows, before.current.tops);
    before.current = now;
  });
  return ref;
}

function move(rows: HTMLElement[], tops: Map<string, number>): void {
  for (const row of rows) {
    const top = tops.get(row.dataset.glide ?? '');
    if (top === undefined || top === row.offsetTop) continue;
    row.animate([{ transform: `translateY(${top - row.offsetTop}px)` }, { transform: 'none' }], glide);
  }
}

function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
