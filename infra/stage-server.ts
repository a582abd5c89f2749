import { execFile } from 'node:child_process';
import { access, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';

/** The command itself, `npm run stage`: the server as App Service gets it, in dist/server. */

const root = fileURLToPath(new URL('../', import.meta.url));
/** What the server reads when it runs. The rest of the repository stays here. */
const parts = ['adaptive-cards', 'bot', 'dist/tab', 'package-lock.json'];

const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: join(root, 'dist/server') },
    /** Leaves out what npm would install. */
    bare: { type: 'boolean', default: false },
  },
});
const staged = resolve(options.out);

if (await isBuilt()) await stage();
else {
  console.error('The tab has not been built: run npm run build first.');
  process.exitCode = 1;
}

function isBuilt(): Promise<boolean> {
  return access(join(root, 'dist/tab/index.html')).then(
    () => true,
    () => false,
  );
}

async function stage(): Promise<void> {
  await rm(staged, { recursive: true, force: true });
  for (const part of parts) {
    await mkdir(dirname(join(staged, part)), { recursive: true });
    await cp(join(root, part), join(staged, part), { recursive: true });
  }
  await writeFile(join(staged, 'package.json'), await withoutScripts());
  if (!options.bare) await install();
  console.log(staged);
}

/** The versions and nothing to run: our own `start` is the simulated Teams. */
async function withoutScripts(): Promise<string> {
  // @NOTE our own file
  const all = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  return `${JSON.stringify({ ...all, scripts: undefined }, undefined, 2)}\n`;
}

/** Exactly what package-lock.json says, without what only tests and builds need. */
async function install(): Promise<void> {
  const args = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  await promisify(execFile)('npm', args, { cwd: staged, shell: process.platform === 'win32' });
}
