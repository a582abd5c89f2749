import { Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';

import type { TabContext } from '../../../page-api.ts';
import { api } from '../api.ts';
import { useSession } from '../session.ts';
import { Trouble } from '../shell/trouble.tsx';
import type { Theme } from '../themes.ts';
import { words } from '../words.ts';
import { startTeamsHost } from './teams-host.ts';
import type { TabState } from './teams-host.ts';

/** What Teams gives a tab's frame, no more. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** The tab, framed as Teams frames it. */
export function TabPane({ subPage }: { subPage: string | undefined }) {
  const { person, theme } = useSession();
  // The tab hears of a new theme by a message; a new context would load it anew.
  const [firstTheme] = useState<Theme>(theme);
  const { data, error, refetch } = useQuery({
    queryKey: ['tab-context', person.id, firstTheme],
    queryFn: () => api.tabContext(person.id, firstTheme),
    gcTime: 0,
  });
  return (
    <section className="pane" aria-label={words.tab}>
      {data !== undefined ? (
        <TabFrame given={data} subPage={subPage} />
      ) : error ? (
        <Trouble retry={refetch} text={words.tabNotThere} />
      ) : (
        <Spinner className="waiting" label={words.tabStarting} />
      )}
    </section>
  );
}

function TabFrame({ given, subPage }: { given: TabContext; subPage: string | undefined }) {
  const { person, theme, openUrl } = useSession();
  const frame = useRef<HTMLIFrameElement>(null);
  const [state, setState] = useState<TabState>({ kind: 'starting' });
  const host = useRef<ReturnType<typeof startTeamsHost>>(undefined);
  const context = useEffectEvent(() => ({
    ...given.context,
    theme,
    locale: person.locale.toLowerCase(),
    ...(subPage === undefined ? {} : { subEntityId: subPage }),
  }));
  const token = useEffectEvent(() => api.tabToken(person.id).then((answer) => answer.token));
  const openLink = useEffectEvent(openUrl);

  useEffect(() => {
    if (frame.current === null) return undefined;
    const started = startTeamsHost({
      frame: frame.current,
      origin: new URL(given.url).origin,
      context: () => context(),
      token: () => token(),
      openLink: (url) => openLink(url),
      onState: setState,
    });
    host.current = started;
    // Only now, so that the tab's first word is heard.
    frame.current.src = given.url;
    return started.stop;
  }, [given]);

  useEffect(() => host.current?.changeTheme(theme), [theme]);

  return (
    <>
      {state.kind === 'failed' && (
        <p className="tab-failed" role="alert">
          {words.tabFailed(state.reason)}
        </p>
      )}
      <iframe
        ref={frame}
        className="tab-frame"
        title={words.app}
        data-state={state.kind}
        sandbox={SANDBOX}
        allow="clipboard-write; fullscreen"
      />
    </>
  );
}
