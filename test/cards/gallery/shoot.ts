import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { createServer } from 'vite';

import { openBrowser } from '../../browser.ts';

/** Takes a picture of every card in the gallery: `node test/cards/gallery/shoot.ts <folder> [card]`. */
const [folder, only] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say in which folder the pictures go.');
mkdirSync(folder, { recursive: true });

const server = await createServer({ configFile: new URL('vite.config.ts', import.meta.url).pathname });
await server.listen(0);
const browser = await openBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 2200, height: 900 } });
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}${only === undefined ? '' : `?card=${only}`}`);
  await page.waitForSelector('.ac-adaptiveCard');
  for (const section of await page.locator('section').all()) {
    const name = (await section.getAttribute('id')) ?? 'card';
    await section.screenshot({ path: join(folder, `${name}.png`) });
  }
} finally {
  await browser.close();
  await server.close();
}
