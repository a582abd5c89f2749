import type { Request, Response, Server } from 'restify';

/** How a request ended. */
interface AnsweredRequest {
  method: string;
  route: string;
  status: number;
  ms: number;
}

/** Runs a request, and gives what is to be told when it has ended. */
export type WatchRequest = (run: () => void) => (end: AnsweredRequest) => void;

/** What asks all day and says nothing, and what stays open. */
const unwatched = ['/healthz', '/readyz', '/api/tab/events'];

/** Tells of every request by its route as it was declared, never by its address. */
export function measureRequests(server: Server, watch: WatchRequest): void {
  server.pre((request: Request, response: Response, next) => {
    if (unwatched.includes(request.path())) {
      next();
      return;
    }
    const begun = performance.now();
    const end = watch(() => next());
    response.once('close', () => end({ ...whatOf(request, response), ms: performance.now() - begun }));
  });
}

function whatOf(request: Request, response: Response): Omit<AnsweredRequest, 'ms'> {
  // @NOTE restify says that every request has a route; one that nothing answers has none
  const route = request.getRoute() as { path: string | RegExp } | undefined;
  return {
    method: request.method ?? '',
    route: typeof route?.path === 'string' ? route.path : 'none',
    status: response.statusCode,
  };
}
