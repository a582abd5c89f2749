import { useCallback, useEffect, useState } from 'react';

import { themeOf } from './themes.ts';
import type { Theme } from './themes.ts';

/** What one window remembers. The address wins over the session, so that two windows can be two people. */
export interface WindowState {
  person: string | undefined;
  theme: Theme;
  opened: Opened | undefined;
}

/** What the main pane shows; nothing opened means: the list on a phone, the first conversation elsewhere. */
export type Opened = { kind: 'conversation'; id: string } | { kind: 'tab'; subPage?: string };

const remembered = ['person', 'theme'] as const;

/** The window's state and a way to change part of it; kept in the address and in this window's session. */
export function useWindowState(): [WindowState, (change: Partial<WindowState>) => void] {
  const [state, setState] = useState(read);
  const change = useCallback((part: Partial<WindowState>) => setState((now) => ({ ...now, ...part })), []);
  useEffect(() => {
    write(state);
  }, [state]);
  return [state, change];
}

function read(): WindowState {
  const address = new URLSearchParams(location.search);
  const of = (name: (typeof remembered)[number]) => address.get(name) ?? sessionStorage.getItem(name);
  return {
    person: of('person') ?? undefined,
    theme: themeOf(of('theme')),
    opened: openedOf(address.get('open')),
  };
}

function openedOf(text: string | null): Opened | undefined {
  if (text === null || text === '') return undefined;
  return text === 'tab' ? { kind: 'tab' } : { kind: 'conversation', id: text };
}

function write(state: WindowState): void {
  const address = new URL(location.href);
  const values = { person: state.person, theme: state.theme === 'default' ? undefined : state.theme };
  for (const name of remembered) {
    const value = values[name];
    if (value === undefined) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, value);
    setOrDelete(address.searchParams, name, value);
  }
  setOrDelete(address.searchParams, 'open', nameOf(state.opened));
  history.replaceState(null, '', address);
}

function nameOf(opened: Opened | undefined): string | undefined {
  return opened?.kind === 'conversation' ? opened.id : opened?.kind;
}

function setOrDelete(parameters: URLSearchParams, name: string, value: string | undefined): void {
  if (value === undefined) parameters.delete(name);
  else parameters.set(name, value);
}
