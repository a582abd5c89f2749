import { useSyncExternalStore } from 'react';

const query = matchMedia('(max-width: 639px)');

/** Whether the window is as narrow as a phone, where the list and the conversation take turns. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => query.matches,
  );
}
