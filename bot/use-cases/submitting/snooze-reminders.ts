import type { Instant } from '../../domain/instant.ts';
import { isJudge } from '../../domain/edition/edition-role.ts';
import { phaseOf } from '../../domain/edition/edition.ts';
import { noReminders, snoozeUntil } from '../../domain/judging/judge-reminder.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { personPartition } from '../../store/documents/person-documents.ts';
import { reminders, remindersId } from '../../store/documents/reminder-documents.ts';
import { RefusedError } from '../refusal.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import { roundNow } from '../rounds/round-now.ts';
import type { World } from '../world.ts';

/**
 * A judge wants to hear of it again in so many days, and not before. Asked again it is the same.
 * @returns when they will
 * @throws RefusedError `not-a-judge`, `round-closed`, `round-not-open`; `no-hour-left` when the round closes before that
 */
export async function snoozeReminders(
  world: World,
  judge: PersonKey,
  days: number,
  at: Instant,
): Promise<Instant> {
  const { edition, round, role } = await roundNow(world, judge);
  if (!isJudge(role)) throw new RefusedError('not-a-judge');
  const phase = phaseOf(round, at);
  if (phase !== 'open') throw new RefusedError(phase === 'before' ? 'round-not-open' : 'round-closed');
  const until = snoozeUntil(days, round, edition.zone, at);
  if (until === undefined) throw new RefusedError('no-hour-left');
  const partition = personPartition(personId(judge));
  const id = remindersId(edition.id);
  await retryWhenChanged(`${partition}/${id}`, async () => {
    const before = await reminders.read(world.store, partition, id);
    const kept = before?.value ?? noReminders;
    if (kept.snoozed?.roundId === round.id && kept.snoozed.until === until) return;
    const snoozed = { roundId: round.id, until };
    await world.store.commit(partition, [reminders.write(id, { ...kept, snoozed }, before)]);
  });
  return until;
}
