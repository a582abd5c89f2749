import { stat } from 'node:fs/promises';
import type { Request, Response, Server } from 'restify';
import restify from 'restify';
import { addScriptRoute } from './script-route.ts';
import { pagePolicy } from './security-headers.ts';
import { sendFile } from './send-file.ts';

/** The built tab under `/tab/`, its files cached for ever (their names change with them), the page itself never. */
export function addStaticRoutes(server: Server, folder: string, hostOrigins: readonly string[]): void {
  const policy = pagePolicy(hostOrigins);
  server.get('/tab', (_request: Request, response: Response, next) => {
    response.redirect(302, '/tab/', next);
  });
  server.get('/tab/hosts.json', async (_request: Request, response: Response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.send(200, { hostOrigins });
  });
  server.get('/tab/', async (_request: Request, response: Response) => {
    await sendPage(response, `${folder}/index.html`, policy);
  });
  addScriptRoute(server, folder);
  server.get('/tab/configure', async (_request: Request, response: Response) => {
    await sendPage(response, `${folder}/configure.html`, policy);
  });
  server.get('/tab/*', restify.plugins.serveStaticFiles(folder, { maxAge: 31_536_000_000 }));
}

async function sendPage(response: Response, file: string, policy: string): Promise<void> {
  const there = await stat(file).then(
    () => true,
    () => false,
  );
  if (!there) {
    response.sendRaw(503, 'The tab has not been built: run npm run build.', { 'Content-Type': 'text/plain' });
    return;
  }
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': policy,
  });
  await sendFile(file, response);
}
