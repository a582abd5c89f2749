import type { KeyboardEvent } from 'react';
import { useState } from 'react';

interface Reveal {
  /** How many are shown, from the last on. */
  shown: number;
  isAll: boolean;
  withScores: boolean;
  next: () => void;
  back: () => void;
  toggleScores: () => void;
  /** Arrows and a presenter's clicker go forth and back. */
  press: (event: KeyboardEvent) => void;
}

/** Shows one more at a time; scores only when asked for. */
export function useReveal(count: number): Reveal {
  const [asked, setAsked] = useState(0);
  const [withScores, setWithScores] = useState(false);
  // What is gone since must not leave a step that shows nothing.
  const shown = Math.min(asked, count);
  const next = () => setAsked(Math.min(count, shown + 1));
  const back = () => setAsked(Math.max(0, shown - 1));
  return {
    shown,
    isAll: shown === count,
    withScores,
    next,
    back,
    toggleScores: () => setWithScores((now) => !now),
    press: (event) => {
      if (['ArrowRight', 'ArrowDown', 'PageDown'].includes(event.key)) next();
      else if (['ArrowLeft', 'ArrowUp', 'PageUp'].includes(event.key)) back();
      else return;
      event.preventDefault();
    },
  };
}
