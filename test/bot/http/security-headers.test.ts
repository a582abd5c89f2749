import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addSecurityText } from '../../../bot/http/security-text.ts';
import { createHttpServer } from '../../../bot/http/server.ts';
import { addStaticRoutes } from '../../../bot/http/static-routes.ts';
import { openWeb, type OpenWeb } from './open-web.ts';

const publicAddress = 'https://gemeentedelers.example.nl';
const now = Date.parse('2026-11-26T12:00:00Z');
let web: OpenWeb;
let address: string;

beforeAll(async () => {
  const server = createHttpServer({ waitingFor: () => ['views'] }, { https: true });
  const files = { 'index.html': '<!doctype html>', 'assets/app-1.js': 'export {};' };
  web = await openWeb(server, files, (_, folder) => {
    server.get('/api/tab/me', (_request, response, next) => {
      response.send(200, { name: 'Sanne' });
      next();
    });
    addStaticRoutes(server, folder, ['https://host.example']);
    addSecurityText(server, { publicAddress, securityContact: 'mailto:veilig@example.nl' }, () => now);
  });
  address = web.address;
});
afterAll(() => web.close());

/** Its policy by directive. */
function policyOf(response: Response): Record<string, string> {
  const policy = response.headers.get('content-security-policy') ?? '';
  return Object.fromEntries(
    policy.split('; ').map((each) => {
      const [directive = '', ...sources] = each.split(' ');
      return [directive, sources.join(' ')];
    }),
  );
}

const everything: [path: string, status: number][] = [
  ['/tab/', 200],
  ['/tab/assets/app-1.js', 200],
  ['/tab/assets/gone.js', 404],
  ['/tab/hosts.json', 200],
  ['/api/tab/me', 200],
  ['/api/tab/nothing', 404],
  ['/healthz', 200],
  ['/readyz', 503],
  ['/.well-known/security.txt', 200],
  ['/', 404],
];

describe.each(everything)('%s', (path, status) => {
  test('tells browsers to guess nothing, to come by https, and to say nothing of where they were', async () => {
    const response = await fetch(address + path);
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=31536000',
      'referrer-policy': 'no-referrer',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(response.headers.get('server')).toBeNull();
    await response.body?.cancel();
  });

  test('lets nothing in that is not its own, and nobody frame it but Teams', async () => {
    const response = await fetch(address + path);
    const policy = policyOf(response);
    expect(policy['default-src']).toBe("'none'");
    expect(JSON.stringify(policy)).not.toMatch(/unsafe|\*(?!\.)|http:/);
    if (path !== '/tab/') expect(policy).toEqual({ 'default-src': "'none'", 'frame-ancestors': "'none'" });
    await response.body?.cancel();
  });
});

describe('the page', () => {
  test('loads and asks its own server only, but for the list of hosts of teams-js', async () => {
    const response = await fetch(`${address}/tab/`);
    expect(policyOf(response)).toMatchObject({
      'script-src': "'self'",
      'connect-src': "'self' https://res.cdn.office.net",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
    await response.body?.cancel();
  });

  test('is framed by Teams, Outlook and Microsoft 365, and by whom the settings name', async () => {
    const response = await fetch(`${address}/tab/`);
    const framers = policyOf(response)['frame-ancestors']?.split(' ');
    expect(framers).toEqual(
      expect.arrayContaining([
        'https://teams.microsoft.com',
        'https://*.teams.microsoft.com',
        'https://*.cloud.microsoft',
        'https://outlook.office.com',
        'https://host.example',
      ]),
    );
    await response.body?.cancel();
  });
});

describe('a browser keeps', () => {
  test.each([
    ['/tab/assets/app-1.js', 'public, max-age=31536000, immutable'],
    ['/tab/', 'no-cache'],
    ['/tab/hosts.json', 'no-store'],
    ['/api/tab/me', 'no-store'],
    ['/api/tab/nothing', 'no-store'],
    ['/readyz', 'no-store'],
  ])('of %s: %s', async (path, kept) => {
    const response = await fetch(address + path);
    expect(response.headers.get('cache-control')).toBe(kept);
    await response.body?.cancel();
  });
});

describe('security.txt', () => {
  test('says whom to tell, and for how long that holds', async () => {
    const response = await fetch(`${address}/.well-known/security.txt`);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe(
      [
        'Contact: mailto:veilig@example.nl',
        'Expires: 2027-05-25T12:00:00.000Z',
        'Preferred-Languages: nl, en',
        `Canonical: ${publicAddress}/.well-known/security.txt`,
        '',
      ].join('\n'),
    );
  });

  test('is not there without somebody to tell; and a laptop does not ask for https', async () => {
    const bare = await openWeb(createHttpServer({ waitingFor: () => [] }), {}, (server) => {
      addSecurityText(server, { publicAddress });
    });
    const response = await fetch(`${bare.address}/.well-known/security.txt`);
    expect(response.status).toBe(404);
    expect(response.headers.get('strict-transport-security')).toBeNull();
    await response.body?.cancel();
    await bare.close();
  });
});
