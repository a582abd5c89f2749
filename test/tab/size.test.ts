import { readFile } from 'node:fs/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { builtTab } from './built-tab.ts';
import type { TabTheatre } from './open-tab.ts';
import { openTheatre } from './open-tab.ts';

/** All script that comes before somebody's first screen, by gzip, in bytes. */
const most = 130_000;

/** What the first screen is made of: the page, the part for who is signed in, and the start. */
const firstParts = ['index.html', 'src/app/signed-in.tsx', 'src/features/start/start-screen.tsx'];

const manifest = z.record(
  z.string(),
  z.looseObject({ file: z.string(), imports: z.array(z.string()).optional() }),
);

let theatre: TabTheatre;

beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(async () => theatre.close());

/** The scripts of these parts and of all that they import. */
async function scriptsOf(folder: string, parts: readonly string[]): Promise<string[]> {
  const chunks = manifest.parse(JSON.parse(await readFile(`${folder}/.vite/manifest.json`, 'utf8')));
  const seen = new Set(parts);
  for (const part of seen) for (const each of chunks[part]?.imports ?? []) seen.add(each);
  return [...seen].map((part) => chunks[part]?.file ?? `no ${part}`).sort();
}

describe('the first download', () => {
  test('is small', async () => {
    const folder = await builtTab();
    const scripts = await scriptsOf(folder, firstParts);
    const contents = await Promise.all(scripts.map((file) => readFile(`${folder}/${file}`)));
    const sumOf = (compress: (content: Buffer) => Buffer) =>
      contents.reduce((total, content) => total + compress(content).length, 0);
    const byGzip = sumOf((content) => gzipSync(content));
    const byBrotli = sumOf((content) => brotliCompressSync(content));
    const [gzip, brotli] = [byGzip, byBrotli].map((size) => `${(size / 1000).toFixed(1)} KB`);
    console.info(`The first download of the tab: ${gzip} of script by gzip, ${brotli} by brotli.`);
    expect(byGzip).toBeLessThan(most);
  });

  test('is what was counted, and comes compressed', async () => {
    const { page, tab } = await theatre.open({ actor: 'newcomer' });
    await tab.getByRole('heading', { name: 'Waar is uw gemeente trots op?' }).waitFor();
    const fetched = z.array(z.object({ name: z.string(), encoded: z.number(), decoded: z.number() })).parse(
      await page.frames()[1]?.evaluate(
        `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).map(
            ({ name, encodedBodySize, decodedBodySize }) =>
              ({ name: name.replace(/.*\\/tab\\//, ''), encoded: encodedBodySize, decoded: decodedBodySize }))`,
      ),
    );
    const names = [...new Set(fetched.map(({ name }) => name))].sort();
    expect(names).toEqual(await scriptsOf(await builtTab(), firstParts));
    expect(fetched.filter(({ encoded, decoded }) => decoded > 2_000 && encoded > decoded / 2)).toEqual([]);
  });
});
