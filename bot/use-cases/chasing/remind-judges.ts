import { refuseScoring } from '../../domain/access.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import { isJudge } from '../../domain/edition/edition-role.ts';
import type { Edition, Round } from '../../domain/edition/edition.ts';
import { currentRound, phaseOf } from '../../domain/edition/edition.ts';
import type { JudgeReminders } from '../../domain/judging/judge-reminder.ts';
import { noReminders, takeReminder } from '../../domain/judging/judge-reminder.ts';
import type { Nudge } from '../../domain/judging/nudge.ts';
import type { OutgoingMessage } from '../../domain/outgoing-message.ts';
import type { PersonId } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { isWorkingMoment } from '../../domain/working-hours.ts';
import type { Stored } from '../../store/collection.ts';
import { conversationId, conversations } from '../../store/documents/conversation-documents.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import { messagePrefix, outgoingMessages } from '../../store/documents/message-documents.ts';
import { people, personDocumentId, personPartition } from '../../store/documents/person-documents.ts';
import { nudgePrefix, nudges, reminders, remindersId } from '../../store/documents/reminder-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { findCurrentEdition } from '../edition-context.ts';
import { inBatches } from '../in-batches.ts';
import type { JudgeContacts } from './judge-contacts.ts';
import { isLeft, judgeTasks } from '../judging/judge-tasks.ts';
import { loadOwnSeat } from '../judging/own-seat.ts';
import { RefusedError } from '../refusal.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

/** What judges are reminded in. */
export interface Reminding {
  edition: Edition;
  round: Round;
}

/**
 * Reminds every judge with something left who is due a reminder; each once, however often and by however many servers
 * this is done. Who is due is looked up in memory; only for those is the store read.
 */
export async function remindJudges(world: World, contacts: JudgeContacts): Promise<void> {
  const edition = await findCurrentEdition(world.store);
  const round = edition && currentRound(edition, world.now());
  if (edition === undefined || round === undefined || phaseOf(round, world.now()) !== 'open') return;
  if (!isWorkingMoment(world.now(), edition.zone)) return;
  const nudged = await readNudges(world.store, edition.id);
  const due = world.readModel
    .roles(edition.id)
    .filter(isJudge)
    .filter((judge) => {
      const { hasChat, remindersOff, reminders: kept } = contacts.of(personId(judge), edition.id);
      const nudge = nudged.get(personId(judge))?.value;
      const setting = { round, zone: edition.zone, nudge };
      return hasChat && !remindersOff && takeReminder(kept, setting, world.now()) !== undefined;
    })
    .filter((judge) => judgeTasks(world.readModel, edition.id, round, judge).some(isLeft));
  await inBatches(due, (judge) =>
    remindJudge(world, { edition, round }, judge, nudged.get(personId(judge))?.value),
  );
}

/**
 * Writes the reminder to one judge when they are due one, can be reached, want it and have something left: from the
 * store, in one commit with what is kept of it.
 * @returns whether it was written
 */
export async function remindJudge(
  world: World,
  { edition, round }: Reminding,
  judge: EditionRole,
  nudge: Nudge | undefined,
): Promise<boolean> {
  const { store } = world;
  const id = personId(judge);
  const partition = personPartition(id);
  const setting = { round, zone: edition.zone, nudge };
  return retryWhenChanged(`${partition}/${remindersId(edition.id)}`, async () => {
    const { kept, mayBeReminded } = await readContact(store, id, edition.id);
    const taken = takeReminder(kept?.value ?? noReminders, setting, world.now());
    if (!mayBeReminded || taken === undefined) return false;
    if (!(await hasSomethingLeft(world, edition, round, judge))) return false;
    const name = `${messagePrefix}judging-reminder-${edition.id}-${String(taken.count).padStart(6, '0')}`;
    await store.commit(partition, [
      reminders.write(remindersId(edition.id), taken, kept),
      outgoingMessages.create(name, messageTo(id, round)),
    ]);
    return true;
  });
}

export interface StoredContact {
  kept: Stored<JudgeReminders> | undefined;
  hasChat: boolean;
  remindersOff: boolean;
  mayBeReminded: boolean;
}

export async function readContact(
  store: DocumentStore,
  judge: PersonId,
  editionId: string,
): Promise<StoredContact> {
  const partition = personPartition(judge);
  const [kept, person, conversation] = await Promise.all([
    reminders.read(store, partition, remindersId(editionId)),
    people.read(store, partition, personDocumentId),
    conversations.read(store, partition, conversationId),
  ]);
  const hasChat = person?.value.chat !== undefined;
  const remindersOff = conversation?.value.remindersOff === true;
  return { kept, hasChat, remindersOff, mayBeReminded: hasChat && !remindersOff };
}

/** By judge. */
export async function readNudges(
  store: DocumentStore,
  editionId: string,
): Promise<Map<PersonId, Stored<Nudge>>> {
  const found = new Map<PersonId, Stored<Nudge>>();
  let after: string | undefined;
  do {
    const page = await nudges.list(store, editionPartition(editionId), {
      prefix: nudgePrefix,
      ...(after !== undefined && { after }),
    });
    for (const nudge of page) found.set(nudge.value.judge, nudge);
    after = page.at(-1)?.id;
  } while (after !== undefined);
  return found;
}

/** The feed is behind by no more than somebody does meanwhile; who is not found to be done now is looked at again. */
const mostLookedAt = 20;

/** The feed knows where to look; the first one that the store says is theirs to do will do. */
async function hasSomethingLeft(
  world: World,
  edition: Edition,
  round: Round,
  judge: EditionRole,
): Promise<boolean> {
  const left = judgeTasks(world.readModel, edition.id, round, judge).filter(isLeft);
  for (const { submission } of left.slice(0, mostLookedAt)) {
    if (await isTheirsToDo(world, submission.id, round, judge)) return true;
  }
  return false;
}

async function isTheirsToDo(
  world: World,
  submissionId: string,
  round: Round,
  judge: EditionRole,
): Promise<boolean> {
  try {
    const seat = await loadOwnSeat(world, judge, submissionId, round.id);
    const { role, submission, seating, sheet } = seat;
    const refusal = refuseScoring(role, submission, seat.round, world.now(), seating);
    return refusal === undefined && sheet?.value.status !== 'handed-in';
  } catch (error) {
    if (error instanceof RefusedError) return false;
    throw error;
  }
}

function messageTo(judge: PersonId, { id: roundId }: Round): OutgoingMessage {
  return {
    destination: { kind: 'person', person: judge },
    content: { kind: 'judging-reminder', roundId },
    wanted: 1,
  };
}
