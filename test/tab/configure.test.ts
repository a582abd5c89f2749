import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import { startFakeTabServer, type FakeTabServer } from './fake-tab-server.ts';

/** What Teams does when somebody adds a tab to a channel, as `@microsoft/teams-js` 2.58 speaks with it. */
const host = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
<body><iframe title="Configure"></iframe><script type="module">
const query = new URLSearchParams(location.search);
const frame = document.querySelector('iframe');
window.heard = [];
const post = (message) => frame.contentWindow.postMessage(message, '*');
const answers = {
  initialize: ['settings', 'web', JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: { pages: { config: {} } } }), '2.0.1'],
  getContext: [{ locale: query.get('locale'), theme: 'default', entityId: '', frameContext: 'settings', hostClientType: 'web', hostName: 'Teams', sessionId: 's', appSessionId: 's' }],
  'settings.setSettings': query.get('refuses') === null ? [true] : [false, 'not now'],
};
addEventListener('message', ({ data }) => {
  if (typeof data?.func !== 'string') return;
  window.heard.push([data.func, ...(data.args ?? [])]);
  const args = answers[data.func];
  if (args) post({ id: data.id, uuidAsString: data.uuidAsString, args });
});
window.save = () => post({ func: 'settings.save', args: [{}] });
frame.src = query.get('tab');
</script></body></html>`;

let server: FakeTabServer;
let hosting: Server;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  hosting = createServer((_request, response) =>
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(host),
  );
  hosting.listen(0, '127.0.0.1');
  await once(hosting, 'listening');
  // @NOTE what a server on a port has
  origin = `http://127.0.0.1:${(hosting.address() as AddressInfo).port}`;
  server = await startFakeTabServer(origin);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  hosting.close();
});

async function open(options: Record<string, string>): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  await page.route(/^https:/, (route) => route.abort());
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('net::ERR_FAILED'))
      complaints.push(message.text());
  });
  const query = new URLSearchParams({ tab: `${server.address}/tab/configure`, ...options });
  await page.goto(`${origin}/?${query.toString()}`);
  return { page, complaints };
}

/** What the page said to Teams under this name, once it has. */
async function heard(page: Page, name: string): Promise<unknown[]> {
  const call = await page.waitForFunction(
    // @NOTE the host above keeps what it hears there
    (func) => (globalThis as unknown as { heard: unknown[][] }).heard.find(([said]) => said === func),
    name,
  );
  return (await call.jsonValue()) ?? [];
}

const save = (page: Page) => page.evaluate(() => (globalThis as unknown as { save: () => void }).save());

test.each([
  ['nl-nl', 'Er is niets te kiezen', 'Overzicht'],
  ['en-gb', 'There is nothing to choose', 'Overview'],
])('in %s there is nothing to choose, and saving adds the tab', async (locale, sentence, name) => {
  const { page, complaints } = await open({ locale });
  await page.frameLocator('iframe').getByText(sentence).waitFor();
  expect(await heard(page, 'settings.setValidityState')).toEqual(['settings.setValidityState', true]);
  await save(page);
  const [, config] = await heard(page, 'settings.setSettings');
  expect(config).toEqual({
    entityId: 'gemeentedelers',
    contentUrl: `${server.address}/tab/`,
    suggestedDisplayName: name,
  });
  await heard(page, 'settings.save.success');
  expect(complaints).toEqual([]);
  await page.close();
});

test('when Teams does not take it, Teams is told so', async () => {
  const { page } = await open({ locale: 'nl-nl', refuses: 'yes' });
  await heard(page, 'settings.setValidityState');
  await save(page);
  await heard(page, 'settings.save.failure');
  await page.close();
});

test('outside Teams it says where it works', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.address}/tab/configure`);
  await page.getByText('Deze pagina werkt alleen in Teams').waitFor();
  await page.close();
});
