import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';

/** An icon of the package, and how wide and high it is in pixels. */
export interface Icon {
  name: 'color' | 'outline';
  size: number;
}

export const icons: readonly Icon[] = [
  { name: 'color', size: 192 },
  { name: 'outline', size: 32 },
];

/** The icon as PNG, from its SVG; what is not drawn stays transparent. */
export async function drawIcon(browser: Browser, { name, size }: Icon): Promise<Buffer> {
  const svg = await readFile(new URL(`../../appPackage/icons/${name}.svg`, import.meta.url), 'utf8');
  const page = await browser.newPage({ viewport: { width: size, height: size }, deviceScaleFactor: 1 });
  try {
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    return await page.screenshot({ omitBackground: true });
  } finally {
    await page.close();
  }
}
