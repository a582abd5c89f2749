import { createContext, useContext } from 'react';

import type { Dialog, PersonView } from '../../page-api.ts';
import type { Theme } from './themes.ts';

/** What nearly every part of the page needs to know: who is looking, how it looks, and the doors out. */
export interface Session {
  person: PersonView;
  theme: Theme;
  /** Shows a short notice for some seconds. */
  notify: (text: string) => void;
  /** Shows a dialog over everything else, in place of one that is open. */
  openDialog: (dialog: Dialog) => void;
  /** Opens an address the way Teams does: a deep link to the tab inside, all else in a new window. */
  openUrl: (url: string) => void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('useSession outside a SessionContext');
  return session;
}
