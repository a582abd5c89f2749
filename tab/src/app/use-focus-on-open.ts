import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { linkIdOf } from '../shared/ui/submission-name.tsx';

/** Opening a submission takes focus to the panel, and its top in view; closing it takes focus back to its link. */
export function useFocusOnOpen(submissionId: string | undefined): RefObject<HTMLElement | null> {
  const panel = useRef<HTMLElement>(null);
  const before = useRef(submissionId);
  useEffect(() => {
    const closed = before.current;
    if (closed === submissionId) return;
    before.current = submissionId;
    if (submissionId === undefined) {
      (document.getElementById(linkIdOf(closed ?? '')) ?? panel.current)?.focus();
      return;
    }
    panel.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [submissionId]);
  return panel;
}
