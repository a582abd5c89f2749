import { execFile } from 'node:child_process';
import { access, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The command itself, `npm run stage`: the server as App Service gets it, in dist/server. */

const root = new URL('../', import.meta.url);
const staged = new URL('dist/server/', root);
/** What the server reads when it runs. The rest of the repository stays here. */
const parts = ['adaptive-cards', 'bot', 'dist/tab', 'package-lock.json'];

await access(new URL('dist/tab/index.html', root)).catch(() => {
  console.error('The tab has not been built: run npm run build first.');
  process.exit(1);
});
await rm(staged, { recursive: true, force: true });
await mkdir(staged, { recursive: true });
for (const part of parts) await cp(new URL(part, root), new URL(part, staged), { recursive: true });
await writeFile(new URL('package.json', staged), await withoutScripts());
if (!process.argv.includes('--bare')) await install();
console.log(fileURLToPath(staged));

/** The versions and nothing to run: an own `start` would be the simulated Teams. */
async function withoutScripts(): Promise<string> {
  const { scripts: _, ...rest } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as {
    scripts: unknown;
  };
  return `${JSON.stringify(rest, undefined, 2)}\n`;
}

/** Exactly what package-lock.json says, without what only tests and builds need. */
async function install(): Promise<void> {
  const args = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  await promisify(execFile)('npm', args, { cwd: staged, shell: process.platform === 'win32' });
}
