import { useMemo, useRef } from 'react';

/** Remembers where the keyboard is before something comes over it, and gives it that place back. */
export function useFocusBack() {
  const place = useRef<HTMLElement>(undefined);
  return useMemo(
    () => ({
      remember: () => {
        const focused = document.activeElement;
        place.current = focused instanceof HTMLElement ? focused : undefined;
      },
      // What came over it holds on to the focus until it is gone.
      giveBack: () => void setTimeout(() => focusAgain(place.current)),
    }),
    [],
  );
}

/** A card may have been drawn anew meanwhile: then the conversation it stands in comes nearest. */
function focusAgain(place: HTMLElement | undefined): void {
  const there = place?.isConnected === true ? place : document.querySelector<HTMLElement>('[role="log"]');
  there?.focus({ preventScroll: true });
}
