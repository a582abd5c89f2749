import { mayChaseJudges } from '../../domain/access.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import { isJudge } from '../../domain/edition/edition-role.ts';
import { phaseOf } from '../../domain/edition/edition.ts';
import type { Instant } from '../../domain/instant.ts';
import { noReminders } from '../../domain/judging/judge-reminder.ts';
import type { Nudge } from '../../domain/judging/nudge.ts';
import type { PersonId, PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { nextWorkingMoment } from '../../domain/working-hours.ts';
import type { Stored } from '../../store/collection.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import { nudgePrefix, nudges } from '../../store/documents/reminder-documents.ts';
import { maxOperations } from '../../store/port.ts';
import { auditOperations } from '../log/audit-trail.ts';
import { inBatches } from '../in-batches.ts';
import { countTasks, judgeTasks } from '../judging/judge-tasks.ts';
import { RefusedError } from '../refusal.ts';
import type { Reminding } from './remind-judges.ts';
import { readContact, readNudges, remindJudge } from './remind-judges.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import { roundNow } from '../rounds/round-now.ts';
import type { Reach } from './view-late.ts';
import { reachOf } from './view-late.ts';
import type { World } from '../world.ts';

export interface NudgeCommand {
  /** One of them; without one, all who are late. */
  judge?: PersonId;
  /** The same for the same tap, however often Teams brings it. */
  key: string;
  at: Instant;
}

/** What became of it, by judge: `sent`, or why not (now). */
export interface Nudged {
  judge: PersonId;
  name: string;
  outcome: { kind: 'sent' } | { kind: 'done' } | Exclude<Reach, { kind: 'ready' }>;
}

/**
 * An organiser has judges who are late reminded: now, or, outside working hours, on the next working morning. Nobody
 * is reminded twice on a day, whoever asks. What is asked is kept and logged with the edition first; a reminder that
 * a crash kept from being written is written when the clock comes by. The same tap again has the same answer.
 * @throws RefusedError `not-organiser`, `not-found`, `round-closed`, `round-not-open`, `no-hour-left`
 */
export async function nudgeJudges(
  world: World,
  organiser: PersonKey,
  command: NudgeCommand,
): Promise<Nudged[]> {
  const { edition, round, role } = await roundNow(world, organiser);
  if (!mayChaseJudges(role)) throw new RefusedError('not-organiser');
  const phase = phaseOf(round, command.at);
  if (phase !== 'open') throw new RefusedError(phase === 'before' ? 'round-not-open' : 'round-closed');
  const notBefore = nextWorkingMoment(command.at, edition.zone);
  if (notBefore >= round.closesAt) throw new RefusedError('no-hour-left');
  const chosen = chosenJudges(world, { edition, round }, command.judge);
  const reaches = await reachesOf(world, { edition, round }, chosen, command);
  const asked = chosen.filter((judge) => reaches.get(personId(judge))?.kind === 'ready');
  await keepAsked(world, { edition, round }, asked, { ...command, by: personId(organiser), notBefore });
  return inBatches(chosen, async (judge) => {
    const id = personId(judge);
    const reach = reaches.get(id) ?? { kind: 'unreachable' };
    const outcome = reach.kind === 'ready' ? await carryOut(world, { edition, round }, judge) : reach;
    return { judge: id, name: judge.name, outcome };
  });
}

/** Where that leaves each of them, before the feed has brought it. */
export function reachesAfter(nudged: readonly Nudged[]): Map<PersonId, Reach> {
  return new Map(
    nudged.flatMap(({ judge, outcome }): [PersonId, Reach][] => {
      if (outcome.kind === 'done') return [];
      return [[judge, outcome.kind === 'sent' ? { kind: 'reminded-today' } : outcome]];
    }),
  );
}

/** @throws RefusedError `not-found` */
function chosenJudges(
  world: World,
  { edition, round }: Reminding,
  wanted: PersonId | undefined,
): EditionRole[] {
  const judges = world.readModel.roles(edition.id).filter(isJudge);
  const isLate = (judge: EditionRole) =>
    countTasks(judgeTasks(world.readModel, edition.id, round, judge)).left > 0;
  if (wanted === undefined) return judges.filter(isLate);
  const one = judges.find((judge) => personId(judge) === wanted);
  if (one === undefined) throw new RefusedError('not-found');
  return [one];
}

/** Whether each can be reminded, from the store; who was reminded by this very tap before still is `ready`. */
async function reachesOf(
  world: World,
  reminding: Reminding,
  judges: readonly EditionRole[],
  command: NudgeCommand,
): Promise<Map<PersonId, Reach>> {
  const asked = await readNudges(world.store, reminding.edition.id);
  const found = await inBatches(judges, async (judge): Promise<[PersonId, Reach]> => {
    const id = personId(judge);
    const nudge = asked.get(id)?.value;
    const { kept, ...contact } = await readContact(world.store, id, reminding.edition.id);
    if (isSameTap(nudge, command) && contact.mayBeReminded) return [id, { kind: 'ready' }];
    const reminders = kept?.value ?? noReminders;
    return [id, reachOf({ ...contact, reminders }, reminding, nudge, command.at)];
  });
  return new Map(found);
}

/** Teams brings a tap again within a minute or so; the same button on an old card much later is another tap. */
const againWithinMs = 10 * 60_000;

function isSameTap(nudge: Nudge | undefined, { key, at }: NudgeCommand): boolean {
  if (nudge?.key !== key) return false;
  return Math.abs(Date.parse(at) - Date.parse(nudge.at)) < againWithinMs;
}

type Asked = Omit<NudgeCommand, 'judge'> & Pick<Nudge, 'by' | 'notBefore'>;

/** One line of the log takes two operations besides. */
const mostAtOnce = maxOperations - 2;

async function keepAsked(
  world: World,
  { edition, round }: Reminding,
  judges: readonly EditionRole[],
  asked: Asked,
): Promise<void> {
  for (let from = 0; from < judges.length; from += mostAtOnce) {
    const some = judges.slice(from, from + mostAtOnce).map(personId);
    await keepSome(world, { edition, round }, some, asked);
  }
}

async function keepSome(
  { store }: World,
  { edition, round }: Reminding,
  judges: readonly PersonId[],
  { key, at, by, notBefore }: Asked,
): Promise<void> {
  const partition = editionPartition(edition.id);
  await retryWhenChanged(partition, async () => {
    const kept = await readNudges(store, edition.id);
    const fresh = judges.filter((judge) => !isKept(kept.get(judge), round.id, { key, at, notBefore }));
    if (fresh.length === 0) return;
    const after = { judges: fresh, notBefore };
    await store.commit(partition, [
      ...fresh.map((judge) => {
        const before = kept.get(judge);
        const revision = (before?.value.revision ?? 0) + 1;
        const nudge = { judge, roundId: round.id, by, at, notBefore, key, revision };
        return nudges.write(nudgePrefix + judge, nudge, before);
      }),
      ...(await auditOperations(store, partition, { at, by, act: 'nudge-judge', subject: round.id, after })),
    ]);
  });
}

/** This tap, or somebody else's at the same time: once is enough. */
function isKept(
  before: Stored<Nudge> | undefined,
  roundId: string,
  { key, at, notBefore }: Pick<Nudge, 'key' | 'at' | 'notBefore'>,
): boolean {
  if (before === undefined) return false;
  const isPlannedAlready = before.value.roundId === roundId && before.value.notBefore === notBefore;
  return isPlannedAlready || isSameTap(before.value, { key, at });
}

/** What was asked is read again: the clock may have been first, or this tap came before. */
async function carryOut(
  world: World,
  { edition, round }: Reminding,
  judge: EditionRole,
): Promise<Nudged['outcome']> {
  const id = personId(judge);
  const nudge = (await nudges.read(world.store, editionPartition(edition.id), nudgePrefix + id))?.value;
  if (nudge === undefined) return { kind: 'done' };
  if (nudge.notBefore > world.now()) return { kind: 'planned', at: nudge.notBefore };
  if (await remindJudge(world, { edition, round }, judge, nudge)) return { kind: 'sent' };
  const { kept } = await readContact(world.store, id, edition.id);
  return { kind: (kept?.value.lastAt ?? '') >= nudge.notBefore ? 'sent' : 'done' };
}
