import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** One action under way, by the button that was tapped. */
interface UnderWay {
  button: HTMLElement | undefined;
}

/**
 * Marks a card whose action is under way: the tapped button shows it, and no button takes a second tap.
 * By `aria-disabled`, because a button that is truly disabled would lose the keyboard's place.
 */
export function useBusyCard(holder: RefObject<HTMLElement | null>) {
  const current = useRef<UnderWay>(undefined);

  // The renderer sets its own states again after each input and each tap.
  useEffect(() => {
    const element = holder.current;
    const again = () => {
      if (current.current !== undefined) setTimeout(() => mark(holder.current, current.current));
    };
    element?.addEventListener('input', again);
    element?.addEventListener('click', again, { capture: true });
    return () => {
      element?.removeEventListener('input', again);
      element?.removeEventListener('click', again, { capture: true });
    };
  }, [holder]);

  return {
    isBusy: () => current.current !== undefined,
    start: (button: HTMLElement | undefined): UnderWay => {
      const underWay = { button };
      current.current = underWay;
      queueMicrotask(() => mark(holder.current, current.current));
      return underWay;
    },
    /** Without an argument: whatever is under way, because the card was replaced. */
    finish: (underWay?: UnderWay): void => {
      if (underWay !== undefined && underWay !== current.current) return;
      current.current = undefined;
      mark(holder.current, undefined);
    },
  };
}

function mark(holder: HTMLElement | null, underWay: UnderWay | undefined): void {
  const on = underWay !== undefined;
  holder?.setAttribute('aria-busy', String(on));
  for (const button of holder?.querySelectorAll('button') ?? []) {
    if (on) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
    button.classList.toggle('under-way', on && button === underWay.button);
  }
}
