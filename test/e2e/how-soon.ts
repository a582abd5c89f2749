import { readFile } from 'node:fs/promises';
import { teamsLimits } from '../../bot/delivery/pacer-limits.ts';
import type { Limit } from '../../bot/delivery/sliding-windows.ts';
import type { MessageView } from '../teams/page-api.ts';
import type { Person } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';

/** How long things took, beside what Teams allows at best. All in milliseconds. */

/** The least time between the first and the last of so many requests. */
export function leastMs(count: number, limits: readonly Limit[]): number {
  return Math.max(
    ...limits.map((limit) => Math.floor(Math.max(0, count - 1) / limit.count) * limit.withinMs),
  );
}

/** The same for one message to each of so many people. */
export function leastMsToEach(people: number): number {
  return leastMs(people, teamsLimits.tenant);
}

/**
 * Waits until each of them has such a message in their own chat.
 * @returns when the last one was sent, after `since`
 */
export async function lastToEach(
  app: App,
  people: readonly Person[],
  fits: (message: MessageView) => boolean,
  since: number,
): Promise<number> {
  const sent = people.map((person) =>
    waitFor(
      `a message to ${person.name}`,
      () => {
        const found = app.simulator.messages(person).findLast(fits);
        return found && Date.parse(found.sentAt);
      },
      300_000,
    ),
  );
  return Math.max(...(await Promise.all(sent))) - since;
}

/** Ticks of the kernel's clock in a second, as Linux tells them to programs. */
const ticks = 100;

/** How long a process has kept a processor busy; `undefined` where the system does not tell as Linux does. */
export async function cpuMs(pid: number | undefined): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid ?? 0}/stat`, 'utf8').catch(() => undefined);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields && ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticks;
}
