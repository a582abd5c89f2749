import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { createAppPackage } from './create-app-package.ts';
import { PackageValuesError, readPackageValues } from './package-values.ts';

/** The command itself: `npm run package -- --env FILE`. What is set in the environment goes before what the file says. */
const { values: options } = parseArgs({
  options: {
    env: { type: 'string' },
    out: { type: 'string', default: 'dist/app-package.zip' },
  },
});

try {
  const file = options.env === undefined ? {} : parseEnv(await readFile(options.env, 'utf8'));
  const { zip, names } = await createAppPackage(readPackageValues({ ...file, ...process.env }));
  await mkdir(dirname(options.out), { recursive: true });
  await writeFile(options.out, zip);
  console.log(`${options.out}: ${names.join(', ')}`);
} catch (error) {
  if (!(error instanceof PackageValuesError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
