import { mayChaseJudges } from '../../domain/access.ts';
import { isJudge } from '../../domain/edition/edition-role.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import { dayInZone } from '../../domain/day-in-zone.ts';
import type { Edition, Phase, Round } from '../../domain/edition/edition.ts';
import { phaseOf } from '../../domain/edition/edition.ts';
import type { Instant } from '../../domain/instant.ts';
import { wasRemindedOn } from '../../domain/judging/judge-reminder.ts';
import type { Nudge } from '../../domain/judging/nudge.ts';
import type { PersonId, PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { JudgeContact, JudgeContacts } from './judge-contacts.ts';
import type { JudgeTask } from '../judging/judge-tasks.ts';
import { countTasks, judgeTasks } from '../judging/judge-tasks.ts';
import { RefusedError } from '../refusal.ts';
import { readNudges } from './remind-judges.ts';
import { roundNow } from '../rounds/round-now.ts';
import type { World } from '../world.ts';

/** Which judges still have something to do in the round that runs now: how much, never what, nor what they scored. */
export interface LateView {
  edition: Edition;
  round: Round;
  roundPhase: Phase;
  /** Who has most left first. */
  late: LateJudge[];
  /** Judges who have something to judge in this round. */
  judges: number;
  /** Counts what organisers asked for so far: a tap names the one it was drawn for. */
  asked: number;
}

export interface LateJudge {
  judge: PersonId;
  name: string;
  all: number;
  left: number;
  lastJudgedAt?: Instant;
  reach: Reach;
}

/** Whether a judge can be reminded now, or why not. */
export type Reach =
  | { kind: 'ready' }
  | { kind: 'reminded-today' }
  | { kind: 'planned'; at: Instant }
  /** They asked for no reminders. */
  | { kind: 'off' }
  /** They never spoke to the bot: it has nowhere to write to them. */
  | { kind: 'unreachable' };

/**
 * @param changed what has just become of some of them, which the feed may not have brought yet
 * @throws RefusedError `not-organiser`, `no-edition`
 */
export async function viewLate(
  world: World,
  contacts: JudgeContacts,
  organiser: PersonKey,
  changed: ReadonlyMap<PersonId, Reach> = new Map(),
): Promise<LateView> {
  const { edition, round, role } = await roundNow(world, organiser);
  if (!mayChaseJudges(role)) throw new RefusedError('not-organiser');
  const roundPhase = phaseOf(round, world.now());
  const asked = await readNudges(world.store, edition.id);
  const lines = judgesAtWork(world, { edition, round }).map(({ judge, tasks }) => {
    const id = personId(judge);
    const { all, left } = countTasks(tasks);
    const seen = contactNow(world, contacts, { edition, round }, id, asked.get(id)?.value);
    return { judge: id, name: judge.name, all, left, ...seen, reach: changed.get(id) ?? seen.reach };
  });
  const late = roundPhase === 'open' ? lines.filter(({ left }) => left > 0) : [];
  return {
    ...{ edition, round, roundPhase },
    late: late.sort((a, b) => b.left - a.left || a.name.localeCompare(b.name, 'nl')),
    judges: lines.length,
    asked: [...asked.values()].reduce((sum, { value }) => sum + value.revision, 0),
  };
}

/** Who has something to judge in a round, and what. */
export function judgesAtWork(
  { readModel }: Pick<World, 'readModel'>,
  { edition, round }: { edition: Edition; round: Round },
): { judge: EditionRole; tasks: JudgeTask[] }[] {
  return readModel
    .roles(edition.id)
    .filter(isJudge)
    .map((judge) => ({ judge, tasks: judgeTasks(readModel, edition.id, round, judge) }))
    .filter(({ tasks }) => countTasks(tasks).all > 0);
}

/** When a judge was last busy, and whether they can be reminded now. */
export function contactNow(
  world: World,
  contacts: JudgeContacts,
  { edition, round }: { edition: Edition; round: Round },
  judge: PersonId,
  nudge: Nudge | undefined,
): Pick<LateJudge, 'lastJudgedAt' | 'reach'> {
  const contact = contacts.of(judge, edition.id);
  const { lastJudgedAt } = contact;
  return {
    ...(lastJudgedAt !== undefined && { lastJudgedAt }),
    reach: reachOf(contact, { edition, round }, nudge, world.now()),
  };
}

/** @param now when an organiser asks */
export function reachOf(
  { hasChat, remindersOff, reminders }: Omit<JudgeContact, 'lastJudgedAt'>,
  { edition, round }: { edition: Edition; round: Round },
  nudge: Nudge | undefined,
  now: Instant,
): Reach {
  if (!hasChat) return { kind: 'unreachable' };
  if (remindersOff) return { kind: 'off' };
  if (wasRemindedOn(dayInZone(now, edition.zone), reminders, edition.zone)) return { kind: 'reminded-today' };
  const isToCome = nudge?.roundId === round.id && (reminders.lastAt ?? '') < nudge.notBefore;
  return isToCome ? { kind: 'planned', at: nudge.notBefore } : { kind: 'ready' };
}
