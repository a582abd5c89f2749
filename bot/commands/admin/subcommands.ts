import { backup } from './backup.ts';
import { erasePerson } from './erase-person.ts';
import { exportPerson } from './export-person.ts';
import { restore } from './restore.ts';
import { retention } from './retention.ts';
import type { Subcommand } from './subcommand.ts';
import { verify } from './verify.ts';

/** All that `npm run admin` can do, in the order in which it tells of it. */
export const subcommands: readonly Subcommand[] = [
  verify,
  backup,
  restore,
  retention,
  exportPerson,
  erasePerson,
];
