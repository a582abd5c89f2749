import { readFile } from 'node:fs/promises';
import { teamsLimits } from '../../bot/delivery/pacer-limits.ts';
import type { Limit } from '../../bot/delivery/sliding-windows.ts';
import type { MessageView } from '../teams/page-api.ts';
import type { Person } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';

/** How long things took, beside what Teams allows at best. All in milliseconds. */

/** The least time between the first and the last of so many requests: each goes as soon as no limit forbids it. */
export function leastMs(count: number, limits: readonly Limit[]): number {
  const moments: number[] = [];
  while (moments.length < count) {
    const free = limits.map((limit) => (moments.at(-limit.count) ?? -Infinity) + limit.withinMs);
    moments.push(Math.max(0, ...free));
  }
  return moments.at(-1) ?? 0;
}

/** The same for one message to each of so many people. */
export function leastMsToEach(people: number): number {
  return leastMs(people, teamsLimits.tenant);
}

/**
 * Waits until each of them has such a message in their own chat.
 * @returns when the last one of each was sent
 */
export async function sentToEach(
  app: App,
  people: readonly Person[],
  fits: (message: MessageView) => boolean,
): Promise<number[]> {
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
  return Promise.all(sent);
}

/** Ticks of the kernel's clock in a second, as Linux tells them to programs. */
const ticks = 100;

/** How long a process has kept a processor busy; `undefined` where the system does not tell as Linux does. */
export async function cpuMs(pid: number | undefined): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid ?? 0}/stat`, 'utf8').catch(() => undefined);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields && ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticks;
}
