import { useMemo, useSyncExternalStore } from 'react';
import type { Route } from './route.ts';
import { hrefOf, routeOf } from './route.ts';

/** The route that the address says, also after going back and forward. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => routeOf(hash), [hash]);
}

/** Goes there without a step to go back to; for before anything is drawn. */
export function startAt(route: Route): void {
  window.history.replaceState(null, '', hrefOf(route));
}

/** Goes there in place of where one is, without a step to go back to. */
export function replaceWith(route: Route): void {
  window.history.replaceState(null, '', hrefOf(route));
  // Replacing an address says so to nobody.
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
