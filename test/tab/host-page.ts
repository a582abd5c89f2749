import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Actor } from './stage.ts';
import { tokenFor } from './tab-token.ts';

/** What stands in the address of the host's page. */
export interface HostChoice {
  actor: Actor;
  theme?: 'default' | 'dark' | 'contrast';
  locale?: 'nl-nl' | 'en-gb';
  subPage?: string;
  /** How long each token is good. */
  tokenSeconds?: number;
  /** What follows `/tab/` in the address. */
  query?: string;
  /** Where Teams shows it; a tab unless told. */
  frameContext?: 'content' | 'sidePanel' | 'meetingStage';
  /** In a meeting, whether who looks may present. */
  presents?: boolean;
  /** Teams gives no token. */
  refusesToken?: boolean;
}

export interface HostPage {
  origin: string;
  /** The address at which the host shows this tab. */
  show(tab: string, choice: HostChoice): string;
  close(): Promise<void>;
}

/** A page that frames the tab as Teams does, speaking the simulator's side of the protocol. */
export async function startHostPage(): Promise<HostPage> {
  const source = new URL('../teams/page/src/tab/teams-host.ts', import.meta.url);
  const teamsHost = stripTypeScriptTypes(await readFile(source, 'utf8'));
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host');
    const [type, body] = fileOf(pathname, searchParams, teamsHost);
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = originOf(server);
  return {
    origin,
    show: (tab, choice) =>
      `${origin}/?${new URLSearchParams({ tab, choice: JSON.stringify(choice) }).toString()}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function originOf(server: Server): string {
  // @NOTE a server that listens on a port has an address with a port
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function fileOf(path: string, query: URLSearchParams, teamsHost: string): [type: string, body?: string] {
  switch (path) {
    case '/':
      return ['text/html; charset=utf-8', page];
    case '/teams-host.js':
      return ['text/javascript', teamsHost];
    case '/token':
      // @NOTE the page below asks with names and numbers of HostChoice
      return ['text/plain', tokenFor(query.get('actor') as Actor, Number(query.get('seconds')))];
    default:
      return ['text/plain'];
  }
}

const page = `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
<style>html,body{margin:0;height:100%}iframe{display:block;width:100%;height:100%;border:0}</style></head>
<body><iframe title="Tab"></iframe>
<script type="module">
import { startTeamsHost } from '/teams-host.js';
const query = new URLSearchParams(location.search);
const tab = query.get('tab');
const { actor, theme = 'default', locale = 'nl-nl', subPage = '', tokenSeconds = 3600, frameContext = 'content', presents, refusesToken } = JSON.parse(query.get('choice'));
const frame = document.querySelector('iframe');
window.host = startTeamsHost({
  frame,
  origin: new URL(tab).origin,
  context: () => ({ theme, locale, entityId: 'home', subEntityId: subPage, tid: 'tenant', userObjectId: actor, hostClientType: 'web', hostName: 'Teams', frameContext, sessionId: 'session', appSessionId: 'session' }),
  token: async () => {
    if (refusesToken) throw new Error('ConsentDenied');
    return (await fetch('/token?' + new URLSearchParams({ actor, seconds: tokenSeconds }))).text();
  },
  openLink: (address) => { document.body.dataset.opened = address; },
  share: frameContext === 'content' ? undefined : (address) => {
    if (!presents) throw new Error('NotAllowed');
    document.body.dataset.shared = address;
  },
  onState: (state) => { document.body.dataset.state = state.kind; },
});
frame.src = tab;
</script></body></html>`;
