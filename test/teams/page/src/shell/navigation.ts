import { createContext, useContext } from 'react';

import type { Opened } from '../window-state.ts';

/** Moves the main pane; `undefined` goes back to the list, which matters on a phone only. */
export const NavigationContext = createContext<(opened: Opened | undefined) => void>(() => undefined);

export function useNavigation(): (opened: Opened | undefined) => void {
  return useContext(NavigationContext);
}
