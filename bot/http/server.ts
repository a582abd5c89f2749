import type { Request, Response, Server } from 'restify';
import restify from 'restify';
import { addSecurityHeaders } from './security-headers.ts';

/** Whether the server is alive, and whether it is ready to take its part. */
export interface Health {
  /** Empty when ready; otherwise what it waits for. */
  waitingFor(): string[];
}

interface ServerOptions {
  https?: boolean;
  onBrokenOff?: (error: unknown) => void;
}

/**
 * The one web server: both doors are added to it. It says nothing of itself, and an error outside a route gives a
 * neutral answer.
 * @param options.https whether people reach it by https, before which TLS may have ended
 * @param options.onBrokenOff hears why an answer could not be given to its end to somebody who was still there
 */
export function createHttpServer(
  health: Health,
  { https = false, onBrokenOff = () => undefined }: ServerOptions = {},
): Server {
  const server = restify.createServer({ name: '', handleUncaughtExceptions: false });
  // A body that comes in drops keeps nobody waiting for long.
  server.server.requestTimeout = 30_000;
  server.pre((_request: Request, response: Response, next) => {
    response.removeHeader('Server');
    next();
  });
  addSecurityHeaders(server, { https });
  server.get('/healthz', async (_request: Request, response: Response) => {
    response.send(200, { status: 'alive' });
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    const waitingFor = health.waitingFor();
    response.send(waitingFor.length === 0 ? 200 : 503, {
      status: waitingFor.length === 0 ? 'ready' : 'starting',
      waitingFor,
    });
  });
  server.on(
    'restifyError',
    (_request: Request, response: Response, error: { statusCode?: number }, done: () => void) => {
      if (!response.headersSent) {
        response.send(error.statusCode ?? 500, { code: 'refused' });
        done();
      } else if (!response.writableEnded) {
        // Half an answer can only be broken off. `done` would have restify begin another, which throws.
        if (!response.destroyed) onBrokenOff(error);
        response.destroy();
      }
    },
  );
  return server;
}
