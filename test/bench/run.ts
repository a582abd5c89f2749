import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * `npm run bench` measures turns and the intake; `npm run bench -- intake 100 10000` one part, with what it takes.
 * The parts run one after the other, each in a process of its own.
 */

const usual = ['turns', 'intake'];
const all = [...usual, 'ranking', 'similar', 'tab', 'tab-list', 'tab-wire'];

const [part, ...rest] = process.argv.slice(2);
if (part !== undefined && !all.includes(part)) {
  console.error(`There is no part "${part}". There are: ${all.join(', ')}.`);
  process.exit(1);
}
for (const each of part === undefined ? usual : [part]) {
  console.log(`\n# ${each}`);
  const file = fileURLToPath(new URL(`${each}.ts`, import.meta.url));
  const { status } = spawnSync(process.execPath, [file, ...rest], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
