import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillPlaceholders } from '../../appPackage/fill-placeholders.ts';
import { PackageValuesError, readPackageValues } from '../../appPackage/package-values.ts';
import { environment, packageFile, readManifest } from './package-files.ts';

const build = fileURLToPath(new URL('../../appPackage/build.ts', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'app-package-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Run {
  code: number;
  said: string;
}

function run(args: readonly string[], env: Record<string, string>): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [build, ...args], { env }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, said: (stdout + stderr).trim() });
    });
  });
}

function faultsOf(act: () => unknown): readonly string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof PackageValuesError) return error.faults;
    throw error;
  }
  return [];
}

describe('the built package', () => {
  test('holds the manifest, the icons and the languages, filled in, and nothing else', async () => {
    const out = join(folder, 'one.zip');
    const { code, said } = await run(['--out', out], environment);
    expect({ code, said }).toEqual({
      code: 0,
      said: `${out}: color.png, en.json, manifest.json, outline.png`,
    });
    const files = unzipSync(await readFile(out));
    expect(Object.keys(files)).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toEqual(await readManifest());
    expect(JSON.parse(strFromU8(files['en.json'] ?? new Uint8Array()))).toEqual(
      JSON.parse(await packageFile('en.json')),
    );
    for (const name of ['color.png', 'outline.png']) {
      const kept = await readFile(new URL(`../../appPackage/${name}`, import.meta.url));
      expect(kept.equals(files[name] ?? new Uint8Array())).toBe(true);
    }
  });

  test('has the same bytes wherever and whenever it is built', async () => {
    const [first, second] = [join(folder, 'tokyo.zip'), join(folder, 'new-york.zip')];
    await run(['--out', first], { ...environment, TZ: 'Asia/Tokyo' });
    await run(['--out', second], { ...environment, TZ: 'America/New_York' });
    expect((await readFile(first)).equals(await readFile(second))).toBe(true);
  });

  test('takes its values from a file, unless the environment says otherwise', async () => {
    const [file, out] = [join(folder, 'env'), join(folder, 'two.zip')];
    const lines = Object.entries(environment).map(([name, value]) => `${name}='${value}'`);
    await writeFile(file, lines.join('\n'));
    const id = '11111111-2222-4333-8444-555555555555';
    expect((await run(['--env', file, '--out', out], { TEAMS_APP_ID: id })).code).toBe(0);
    const manifest = unzipSync(await readFile(out))['manifest.json'] ?? new Uint8Array();
    expect(JSON.parse(strFromU8(manifest))).toEqual({ ...(await readManifest()), id });
  });

  test('is not made when something is missing, and all of it is named', async () => {
    const { code, said } = await run(['--out', join(folder, 'none.zip')], {
      DEVELOPER_NAME: 'x',
      TAB_APP_ID: '',
    });
    expect(code).toBe(1);
    expect(said.split('\n')).toEqual([
      "The app package can't be made:",
      '  - BOT_APP_ID is missing',
      '  - TAB_APP_ID is missing',
      '  - PUBLIC_ADDRESS is missing',
      '  - DEVELOPER_WEBSITE is missing',
      '  - DEVELOPER_PRIVACY is missing',
      '  - DEVELOPER_TERMS is missing',
    ]);
    expect(await readdir(folder)).not.toContain('none.zip');
  });
});

describe('values', () => {
  test("the app's own id is the bot's unless it is given, as in the server", () => {
    expect(readPackageValues(environment)['TEAMS_APP_ID']).toBe(environment.BOT_APP_ID);
    expect(readPackageValues({ ...environment, TEAMS_APP_ID: '' })['TEAMS_APP_ID']).toBe(
      environment.BOT_APP_ID,
    );
  });

  test('an address with a slash at the end is the same address', () => {
    const values = readPackageValues({ ...environment, PUBLIC_ADDRESS: `${environment.PUBLIC_ADDRESS}/` });
    expect(values).toEqual(readPackageValues(environment));
  });

  test.each([
    { PUBLIC_ADDRESS: 'http://gemeentedelers.example.nl' },
    { PUBLIC_ADDRESS: 'https://gemeentedelers.example.nl/app' },
    { PUBLIC_ADDRESS: 'https://gemeentedelers.example.nl:8443' },
    { PUBLIC_ADDRESS: 'https://somebody@gemeentedelers.example.nl' },
    { PUBLIC_ADDRESS: 'gemeentedelers.example.nl' },
    { BOT_APP_ID: 'bot' },
    { DEVELOPER_PRIVACY: 'http://www.example.nl/privacy' },
    { DEVELOPER_NAME: 'Vereniging van Nederlandse Gemeenten en meer' },
  ])('refuses $PUBLIC_ADDRESS$BOT_APP_ID$DEVELOPER_PRIVACY$DEVELOPER_NAME', (change) => {
    const faults = faultsOf(() => readPackageValues({ ...environment, ...change }));
    expect(new Set(faults.map((fault) => fault.split(':')[0]))).toEqual(new Set(Object.keys(change)));
  });
});

describe('placeholders', () => {
  test('are filled in every text, whatever signs the value has', () => {
    const json = '{ "a": ["${{X}}", { "b": "api://${{ X }}/${{Y}}" }], "c": 1 }';
    expect(fillPlaceholders(json, { X: 'a "b" \\ $& c', Y: '' })).toEqual({
      a: ['a "b" \\ $& c', { b: 'api://a "b" \\ $& c/' }],
      c: 1,
    });
  });

  test('without a value, and what only looks like one, are refused by name', () => {
    const json = '{ "a": "${{NO}} ${{X}}", "b": ["${{NO}}", "${{NEITHER}}", "${{X"], "c": "${{a-b}}" }';
    expect(faultsOf(() => fillPlaceholders(json, { X: 'x' }))).toEqual([
      '${{NO}} has no value',
      '${{NEITHER}} has no value',
      '${{X has no value',
      '${{a-b}} has no value',
    ]);
  });

  test('cannot come in by a value', () => {
    expect(faultsOf(() => fillPlaceholders('{ "a": "${{X}}" }', { X: '${{Y}}' }))).toEqual([
      '${{Y}} has no value',
    ]);
  });
});
