import type { RefObject } from 'react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { forgetOpened, recall, rememberScroll } from '../../shared/submission-list/list-memory.ts';

interface ComeBackOptions {
  query: string;
  rowHeight: number;
  isReady: boolean;
}

interface ComeBack {
  list: RefObject<HTMLOListElement | null>;
  /** Moves focus to a row, which may have to be drawn or fetched first. */
  goTo: (index: number) => void;
}

/** Goes back to where one was in the list, with focus on the line that was open; keeps where one is. */
export function useComeBack({ query, rowHeight, isReady }: ComeBackOptions): ComeBack {
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<number>(undefined);

  useLayoutEffect(() => {
    const before = recall(query);
    if (before === undefined || list.current === null) return;
    window.scrollTo({ top: before.scrollY });
    bringIntoView(list.current, before.opened, rowHeight);
    wanted.current = before.opened;
    forgetOpened();
  }, [query, rowHeight]);

  // Before drawing: what comes in place of the list is shorter, and scrolls of itself.
  useLayoutEffect(() => {
    const onScroll = () => rememberScroll(query, window.scrollY);
    onScroll();
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => window.removeEventListener('scroll', onScroll);
  }, [query]);

  // After every drawing: the row may have come only now.
  useEffect(() => {
    if (wanted.current !== undefined && isReady && focusRow(list.current, wanted.current)) {
      wanted.current = undefined;
    }
  });

  return {
    list,
    goTo: (index) => {
      if (list.current === null) return;
      bringIntoView(list.current, index, rowHeight);
      if (!focusRow(list.current, index)) wanted.current = index;
    },
  };
}

function focusRow(list: HTMLElement | null, index: number): boolean {
  const link = list?.querySelector<HTMLElement>(`[aria-posinset="${index + 1}"] a`);
  link?.focus({ preventScroll: true });
  return link !== null && link !== undefined;
}

/** Scrolls no further than needed. */
function bringIntoView(list: HTMLElement, index: number, rowHeight: number): void {
  const top = list.getBoundingClientRect().top + index * rowHeight;
  const below = top + 2 * rowHeight - window.innerHeight;
  if (top - rowHeight < 0) window.scrollBy({ top: top - rowHeight });
  else if (below > 0) window.scrollBy({ top: below });
}
