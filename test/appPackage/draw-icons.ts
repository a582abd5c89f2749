import { writeFile } from 'node:fs/promises';
import { openBrowser } from '../browser.ts';
import { drawIcon, icons } from './draw-icon.ts';

/** `npm run icons`: the package's icons, drawn anew from `appPackage/icons`. */
const browser = await openBrowser();
try {
  for (const icon of icons) {
    await writeFile(
      new URL(`../../appPackage/${icon.name}.png`, import.meta.url),
      await drawIcon(browser, icon),
    );
  }
} finally {
  await browser.close();
}
