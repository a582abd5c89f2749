import { existsSync, globSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What is built for a browser: the tab, and the simulator's page. */
const pages = [
  {
    config: 'tab/vite.config.ts',
    built: 'dist/tab/index.html',
    sources: ['tab/**/*', 'bot/http/contract/*.ts'],
  },
  {
    config: 'test/teams/page/vite.config.ts',
    built: 'dist/simulator/index.html',
    sources: ['test/teams/page/**/*', 'test/teams/page-api.ts'],
  },
];

/** Builds the pages that are not there or older than what they are made from. */
export async function buildPages(say: (line: string) => void = () => undefined): Promise<void> {
  for (const { config, built, sources } of pages) {
    if (isFresh(built, sources)) continue;
    say(`Building ${built.replace('/index.html', '')} …`);
    await build({ configFile: `${root}${config}`, logLevel: 'warn' });
  }
}

function isFresh(built: string, sources: string[]): boolean {
  if (!existsSync(root + built)) return false;
  const builtAt = statSync(root + built).mtimeMs;
  return ['package-lock.json', ...globSync(sources, { cwd: root })].every(
    (source) => statSync(root + source).mtimeMs <= builtAt,
  );
}

if (import.meta.main) await buildPages((line) => console.log(line));
