import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import { drawIcon, icons } from './draw-icon.ts';
import { readManifest } from './package-files.ts';
import { readPng, type Picture } from './read-png.ts';

const shipped = async (name: string) =>
  readPng(await readFile(new URL(`../../appPackage/${name}.png`, import.meta.url)));

/** Every pixel, and where it is. */
function pixelsOf(picture: Picture) {
  const { width, height } = picture;
  return Array.from({ length: width * height }, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    const [red, green, blue, alpha] = picture.at(x, y);
    return { x, y, red, green, blue, alpha };
  });
}

const hex = (...channels: number[]) =>
  `#${channels.map((each) => each.toString(16).padStart(2, '0')).join('')}`;

describe('the colour icon', () => {
  test('is 192 by 192, and filled to its edges with the accent colour', async () => {
    const picture = await shipped('color');
    const { accentColor } = await readManifest();
    expect([picture.width, picture.height]).toEqual([192, 192]);
    expect(pixelsOf(picture).filter(({ alpha }) => alpha !== 255)).toEqual([]);
    const outside = pixelsOf(picture).filter(({ x, y }) => [x, y].some((each) => each < 36 || each >= 156));
    const colours = new Set(outside.map(({ red, green, blue }) => hex(red, green, blue)));
    expect([...colours]).toEqual([accentColor]);
  });

  test('shows something within the 120 pixels that every mask leaves', async () => {
    const colours = new Set(
      pixelsOf(await shipped('color')).map(({ red, green, blue }) => hex(red, green, blue)),
    );
    expect([...colours]).toEqual(expect.arrayContaining(['#ffffff', '#ffc83d']));
  });
});

describe('the outline icon', () => {
  test('is 32 by 32, and white on nothing', async () => {
    const picture = await shipped('outline');
    expect([picture.width, picture.height]).toEqual([32, 32]);
    const drawn = pixelsOf(picture).filter(({ alpha }) => alpha > 0);
    expect(drawn.filter(({ red, green, blue }) => Math.min(red, green, blue) < 255)).toEqual([]);
    expect(drawn.length).toBeGreaterThan(100);
    expect(drawn.length).toBeLessThan(32 * 32 * 0.5);
    expect(drawn.some(({ alpha }) => alpha === 255)).toBe(true);
    expect(drawn.filter(({ x, y }) => [x, y].some((each) => each < 2 || each > 29))).toEqual([]);
  });
});

describe('both icons', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each(icons)('$name.png is what its SVG draws', async (icon) => {
    const [kept, drawn] = [await shipped(icon.name), readPng(await drawIcon(browser, icon))];
    expect([drawn.width, drawn.height]).toEqual([kept.width, kept.height]);
    // Browsers differ a little in how they soften slanted lines.
    const differing = pixelsOf(kept).filter(({ x, y, red, green, blue, alpha }) =>
      drawn
        .at(x, y)
        .some((channel, index) => Math.abs(channel - ([red, green, blue, alpha][index] ?? 0)) > 64),
    );
    expect(differing).toEqual([]);
  });
});
