import { describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findSecrets } from './find-secrets.ts';

/** Put together here, so that they stand nowhere as they are. */
const letters = (count: number) => 'aB3dE5gH'.repeat(count).slice(0, count);
const cut = {
  key: 'Key=',
  sig: 'sig=',
  upper: 'ABCDEFGH12345678',
  token: 'Token',
  registry: 'registry',
  https: 'https://',
  bot: 'BOT',
};
const planted: [what: string, text: string][] = [
  ['a private key', ['-----BEGIN', 'RSA', 'PRIVATE', 'KEY-----'].join(' ')],
  ['a private key', ['-----BEGIN', 'PRIVATE', 'KEY-----'].join(' ')],
  ['a key in a connection string', `DefaultEndpointsProtocol=https;Account${cut.key}${letters(40)}`],
  ['a key in a connection string', `Endpoint=sb://x/;SharedAccess${cut.key}${letters(43)}=`],
  ['a connection string of Application Insights', `Instrumentation${cut.key}${crypto.randomUUID()};x`],
  ['a key of an Azure account', `key: '${letters(86)}=='`],
  ['a signature in an address', `https://x.blob.example/c?sv=1&${cut.sig}${letters(44)}`],
  ['a client secret of Entra', `value ${letters(3)}8Q~${letters(34)}`],
  ['a token', `Bearer eyJ${letters(20)}.eyJ${letters(40)}.${letters(43)}`],
  ['a token of GitHub', `ghp_${letters(36)}`],
  ['a token of npm', `npm_${letters(36)}`],
  ['a key of AWS', `AKIA${cut.upper}`],
  ['a key of Google', `AIza${letters(35)}`],
  ['a token of Slack', `xoxb-${letters(24)}`],
  ['a password in an address', `https://admin:${letters(12)}@db.example/`],
  ['a password that is written out', `const password = '${letters(14)}';`],
  ['a password that is written out', `"apiKey": "${letters(24)}"`],
];
const plantedIn: [file: string, what: string, text: string][] = [
  ['.npmrc', 'a right to a registry', `//npm.example/:_auth${cut.token}=${letters(20)}`],
  ['.npmrc', 'a registry', `@own:${cut.registry}=https://npm.example/`],
  ['package-lock.json', 'a registry', `  "resolved": "${cut.https}npm.example/x/-/x-1.0.0.tgz",`],
  ['env/.env.dev', 'a secret of an environment', `SECRET_${cut.bot}=${letters(8)}`],
];

describe('a secret is found', () => {
  test.each(planted)('that is %s: %#', (what, text) => {
    expect(findSecrets('bot/some.ts', `first line\n${text}\n`)).toEqual([
      { file: 'bot/some.ts', line: 2, what },
    ]);
  });

  test.each(plantedIn)('in %s that is %s', (file, what, text) => {
    expect(findSecrets(file, text)).toEqual([{ file, line: 1, what }]);
  });

  test.each(['env/.env.dev.user', 'certificate.pfx', 'infra/server.pem', '.ssh/id_rsa'])(
    'by its name: %s',
    (file) => {
      expect(findSecrets(file, '')).toHaveLength(1);
    },
  );
});

describe('no secret is', () => {
  test.each([
    ['the hash of a package', `"integrity": "sha512-${letters(86)}==",`],
    ['an id', 'TAB_APP_ID=5d0a7c1e-94b2-4f3a-8c6d-2e1f7b9a3c40'],
    ['a place for a value', 'password: ${{SECRET_PASSWORD}}'],
    ['an empty value', "const secret = '';"],
    ['a certificate', '-----BEGIN CERTIFICATE-----'],
    ['an address with a port', 'https://127.0.0.1:3978/api?x=a@b'],
  ])('%s', (_what, text) => {
    expect(findSecrets('bot/some.ts', text)).toEqual([]);
  });
});

test('the check looks at what is committed and at what is not yet, and says where but not what', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'secrets-'));
  const run = promisify(execFile);
  const script = fileURLToPath(new URL('check-secrets.ts', import.meta.url));
  const check = () =>
    run(process.execPath, [script], { cwd: folder }).then(
      () => 'fine',
      // @NOTE how execFile fails when the command did
      (error: unknown) => (error as { stderr: string }).stderr.trim(),
    );
  await run('git', ['init', '-q'], { cwd: folder });
  await writeFile(join(folder, 'fine.ts'), 'export {};\n');
  expect(await check()).toBe('fine');
  await writeFile(join(folder, '.gitignore'), 'kept/\n');
  await writeFile(join(folder, 'bad.ts'), `export const token = 'ghp_${letters(36)}';\n`);
  expect(await check()).toBe('bad.ts:1: looks like a token of GitHub');
  await run('git', ['add', 'bad.ts'], { cwd: folder });
  expect(await check()).toBe('bad.ts:1: looks like a token of GitHub');
  await rm(folder, { recursive: true });
});
