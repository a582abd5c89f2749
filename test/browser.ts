import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { oneAtATime } from './one-at-a-time.ts';

/** No browser to test with; its message says how to get one. */
class NoBrowserError extends Error {
  readonly code = 'no-browser';
}

interface Found {
  executablePath: string;
  args: readonly string[];
}

/** Nothing here needs a sandbox (pages of our own), a graphics card, or the browser's own traffic. */
const quietArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A headless Chromium for tests: `CHROMIUM_PATH`, else an installed Chromium, Chrome or Edge, else the one that came
 * with npm (Linux). The caller closes it.
 * @throws NoBrowserError
 */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, args } = await findBrowser();
  return chromium.launch({ executablePath, args: [...args], headless: true });
}

async function findBrowser(): Promise<Found> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) throw new NoBrowserError(`CHROMIUM_PATH is ${chosen}, and nothing is there.`);
    return { executablePath: chosen, args: quietArgs };
  }
  const installed = installedPaths().find((path) => existsSync(path));
  if (installed !== undefined) return { executablePath: installed, args: quietArgs };
  return bundledBrowser();
}

function installedPaths(): string[] {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
        ['/Applications', join(process.env.HOME ?? '', 'Applications')].map((folder) =>
          join(folder, `${name}.app`, 'Contents', 'MacOS', name),
        ),
      );
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
        ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'].map((product) =>
          join(
            process.env[variable] ?? '',
            product,
            'Application',
            product.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe',
          ),
        ),
      );
    default:
      return [
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/bin/google-chrome-stable',
        '/usr/bin/google-chrome',
        '/opt/google/chrome/chrome',
        '/snap/bin/chromium',
        '/usr/bin/microsoft-edge-stable',
        '/usr/bin/microsoft-edge',
      ];
  }
}

async function bundledBrowser(): Promise<Found> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new NoBrowserError(
      'The browser tests need Chrome, Chromium or Edge: install one, or set CHROMIUM_PATH to its program.',
    );
  }
  const { default: bundled } = await import('@sparticuz/chromium');
  // It unpacks itself into a temporary folder, and takes a half unpacked one for a whole.
  const executablePath = await oneAtATime('chromium', () => bundled.executablePath());
  return { executablePath, args: [...bundled.args, ...quietArgs] };
}
