import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { PartMissingError } from '../shared/api/api-error.ts';
import type { Host, HostTheme } from '../shared/host/open-host.ts';
import { SpeechContext } from '../shared/language/speech.ts';
import { languageOf } from '../shared/language/text.ts';
import { Boundary } from './boundary.tsx';
import { Outside } from './outside.tsx';

type Opening = { kind: 'opening' } | { kind: 'open'; host: Host } | { kind: 'outside' };

// Asked for at once, so that it arrives while Teams answers.
const loading = import('./signed-in.tsx');
const SignedIn = lazy(() =>
  loading.then(
    (loaded) => ({ default: loaded.SignedIn }),
    (error: unknown) => {
      throw new PartMissingError('a script did not come', { cause: error });
    },
  ),
);

/** Draws nothing until Teams says in which colours. */
export function App({ opening }: { opening: Promise<Host> }) {
  const state = useOpening(opening);
  switch (state.kind) {
    case 'opening':
      return null;
    case 'outside':
      return <Outside />;
    case 'open':
      return <Themed host={state.host} />;
    default:
      return state satisfies never;
  }
}

function useOpening(opening: Promise<Host>): Opening {
  const [state, setState] = useState<Opening>({ kind: 'opening' });
  useEffect(() => {
    opening.then(
      (host) => setState({ kind: 'open', host }),
      (error: unknown) => {
        console.info('not in Teams', error);
        setState({ kind: 'outside' });
      },
    );
  }, [opening]);
  return state;
}

function Themed({ host }: { host: Host }) {
  const [theme, setTheme] = useState<HostTheme>(host.theme);
  useEffect(() => host.onThemeChange(setTheme), [host]);
  const speech = useMemo(
    () => ({ language: languageOf(host.locale), zone: 'Europe/Amsterdam' }),
    [host.locale],
  );
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <SpeechContext value={speech}>
      <Boundary>
        <Suspense>
          <SignedIn host={host} />
        </Suspense>
      </Boundary>
    </SpeechContext>
  );
}
