import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiContext } from '../shared/api/api-context.ts';
import { createApi } from '../shared/api/create-api.ts';
import { createQueryClient } from '../shared/api/create-query-client.ts';
import type { Host } from '../shared/host/open-host.ts';
import { createTokenSource } from '../shared/host/token-source.ts';
import { languageOf } from '../shared/language/text.ts';
import { routeOfSubPage } from '../shared/navigation/route.ts';
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
  useState(() => followDeepLink(host));
  useEffect(() => host.shown(), [host]);
  return (
    <ApiContext value={api}>
      <QueryClientProvider client={client}>
        <Frame language={languageOf(host.locale)} />
      </QueryClientProvider>
    </ApiContext>
  );
}

/** An address that already says where (the page was loaded anew) goes before the link that it was opened by. */
function followDeepLink({ subPage }: Host): void {
  if (subPage !== undefined && window.location.hash === '') startAt(routeOfSubPage(subPage));
}
