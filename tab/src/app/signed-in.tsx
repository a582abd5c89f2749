import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiContext } from '../shared/api/api-context.ts';
import { createApi } from '../shared/api/create-api.ts';
import { createQueryClient } from '../shared/api/create-query-client.ts';
import type { Host } from '../shared/host/open-host.ts';
import { PlaceContext } from '../shared/host/place-context.ts';
import { createTokenSource } from '../shared/host/token-source.ts';
import { languageOf } from '../shared/language/text.ts';
import { askStart } from '../shared/api/questions.ts';
import type { Route } from '../shared/navigation/route.ts';
import { routeOf, routeOfSubPage } from '../shared/navigation/route.ts';
import { stageCategoryOf } from '../shared/navigation/stage-address.ts';
import { startAt } from '../shared/navigation/use-route.ts';
import { Frame } from './frame.tsx';

/** The tab for somebody whom Teams knows. */
export function SignedIn({ host }: { host: Host }) {
  const [api] = useState(() =>
    createApi(
      createTokenSource(() => host.token()),
      languageOf(host.locale),
    ),
  );
  const [client] = useState(createQueryClient);
  useState(() => {
    followDeepLink(host);
    // Together with who this is, so that the first screen waits for one answer less.
    if (beginsAtStart(host)) client.query(askStart(api)).catch(saidByScreen);
  });
  useEffect(() => host.shown(), [host]);
  return (
    <ApiContext value={api}>
      <QueryClientProvider client={client}>
        <PlaceContext value={host.place}>
          <Frame language={languageOf(host.locale)} />
        </PlaceContext>
      </QueryClientProvider>
    </ApiContext>
  );
}

/** An address that already says where (the page was loaded anew) goes before the link that it was opened by. */
function followDeepLink({ place, subPage }: Host): void {
  if (place === 'meeting-stage') startAt(stageRoute());
  else if (subPage !== undefined && window.location.hash === '') startAt(routeOfSubPage(subPage));
}

function stageRoute(): Route {
  return { screen: 'leaderboard', categoryId: stageCategoryOf(window.location.search), at: 'stage' };
}

function beginsAtStart({ place }: Host): boolean {
  if (place === 'meeting-stage') return false;
  const { screen = 'start', submissionId } = routeOf(window.location.hash);
  return screen === 'start' && submissionId === undefined;
}

/** The screen asks the same, and says what went wrong. */
function saidByScreen(error: unknown): void {
  console.info('what the first screen needs did not come early', error);
}
