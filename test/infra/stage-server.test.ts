import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { builtPages } from '../built-pages.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;

beforeAll(async () => {
  await builtPages();
  folder = join(await mkdtemp(join(tmpdir(), 'stage-')), 'server');
  await promisify(execFile)(process.execPath, [
    join(root, 'infra/stage-server.ts'),
    '--bare',
    '--out',
    folder,
  ]);
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
});
afterAll(() => rm(join(folder, '..'), { recursive: true }));

test('what is deployed is the server and the tab, and nothing that tests or builds', async () => {
  expect((await readdir(folder)).toSorted()).toEqual([
    'adaptive-cards',
    'bot',
    'dist',
    'node_modules',
    'package-lock.json',
    'package.json',
  ]);
  expect(await readdir(join(folder, 'dist/tab'))).toContain('index.html');
  const { scripts, dependencies, type } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  ) as {
    scripts?: object;
    dependencies: object;
    type: string;
  };
  expect({ scripts, type }).toEqual({ scripts: undefined, type: 'module' });
  expect(Object.keys(dependencies)).toContain('restify');
});

test('it finds all of itself there: it gets as far as its settings', async () => {
  const child = spawn(process.execPath, ['bot/main.ts'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(child, 'close');
  expect(said).toContain('The settings are not right');
});
