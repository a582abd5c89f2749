import { QueryClient } from '@tanstack/react-query';
import { isTemporary, retryDelay } from './api-error.ts';

/** Keeps answers until the stream of changes says to ask again; coming back to the tab asks again as well. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && isTemporary(error),
        retryDelay,
      },
    },
  });
}
