import { byItself } from '../domain/audit-entry.ts';
import { isJudge } from '../domain/edition/edition-role.ts';
import type { Edition, Round, RoundId } from '../domain/edition/edition.ts';
import { roundOf } from '../domain/edition/edition.ts';
import { divergingCriteria, mayAskToTalk } from '../domain/judging/divergence.ts';
import { panelFor } from '../domain/judging/panel.ts';
import type { OutgoingMessage } from '../domain/outgoing-message.ts';
import type { Submission } from '../domain/submission/submission.ts';
import {
  abstentions,
  assignments,
  divergenceId,
  saidDivergences,
} from '../store/documents/judging-documents.ts';
import { messagePrefix, outgoingMessages } from '../store/documents/message-documents.ts';
import {
  scoreSheets,
  sheetPrefix,
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../store/documents/submission-documents.ts';
import type { FeedReader } from '../store/feed-reader.ts';
import { startFeedReader } from '../store/feed-reader.ts';
import type { DocumentStore, StoredDocument } from '../store/port.ts';
import { auditOperations, readAuditEnd } from './audit-trail.ts';
import { readEdition, rolesOf } from './edition-context.ts';
import { readSeating } from './own-seat.ts';
import { retryWhenChanged } from './retry-when-changed.ts';
import type { World } from './world.ts';

type Place = Pick<World, 'store' | 'now'>;

/** Asks the jury to talk where handed-in sheets diverge, in the thread below the post; once for each criterion. */
export function startNoticingDivergence(
  world: Place,
  log?: { error(details: object, message: string): void },
): FeedReader {
  return startFeedReader({
    store: world.store,
    name: 'divergence',
    resume: 'beginning',
    pageSize: 1_000,
    ...(log && { log }),
    handle: async (changes) => {
      const places = new Map(changes.flatMap((change) => placeOf(change) ?? []).map((at) => [at.join(), at]));
      for (const [submissionId, roundId] of places.values())
        await noticeDivergence(world, submissionId, roundId);
    },
  });
}

/** A sheet; or that somebody abstains or others are assigned, which may make the panel complete. */
function placeOf(change: StoredDocument): [submissionId: string, roundId: RoundId][] | undefined {
  if (scoreSheets.is(change)) {
    const { submissionId, roundId, status } = scoreSheets.parse(change).value;
    return status === 'handed-in' ? [[submissionId, roundId]] : undefined;
  }
  if (assignments.is(change)) {
    const submissionId = change.partition.slice(submissionPartition('').length);
    return [[submissionId, assignments.parse(change).value.roundId]];
  }
  if (!abstentions.is(change)) return undefined;
  const { submissionId, roundId } = abstentions.parse(change).value;
  return [[submissionId, roundId]];
}

/** @returns the criteria on which the jury is asked to talk now; none when it was asked already, or need not be */
export async function noticeDivergence(
  { store, now }: Place,
  submissionId: string,
  roundId: RoundId,
): Promise<string[]> {
  const partition = submissionPartition(submissionId);
  return retryWhenChanged(partition, async () => {
    const end = await readAuditEnd(store, partition);
    const found = await find(store, submissionId, roundId);
    if (found === undefined || !mayAskToTalk(found.round, now())) return [];
    const id = divergenceId(roundId);
    const before = await saidDivergences.read(store, partition, id);
    const said = before?.value.criterionIds ?? [];
    const criterionIds = (await diverging(store, found)).filter((each) => !said.includes(each));
    const [first] = criterionIds;
    if (first === undefined) return [];
    const after = { criterionIds: [...said, ...criterionIds] };
    const deed = { at: now(), by: byItself, act: 'note-divergence', subject: id } as const;
    const message: OutgoingMessage = {
      destination: { kind: 'submission-thread', submissionId, roundId },
      content: { kind: 'divergence', submissionId, roundId, criterionIds },
      wanted: 1,
    };
    await store.commit(partition, [
      saidDivergences.write(id, after, before),
      outgoingMessages.create(`${messagePrefix}divergence:${roundId}:${first}`, message),
      ...(await auditOperations(store, partition, { ...deed, before: before?.value, after }, end)),
    ]);
    return criterionIds;
  });
}

interface Found {
  edition: Edition;
  round: Round;
  submission: Submission;
}

async function find(
  store: DocumentStore,
  submissionId: string,
  roundId: RoundId,
): Promise<Found | undefined> {
  const stored = await submissions.read(store, submissionPartition(submissionId), submissionDocumentId);
  const submission = stored?.value;
  const edition = submission && (await readEdition(store, submission.editionId));
  const round = edition && roundOf(edition, roundId);
  if (submission?.status !== 'submitted' || edition === undefined || round === undefined) return undefined;
  return { edition, round, submission };
}

async function diverging(store: DocumentStore, { edition, round, submission }: Found): Promise<string[]> {
  const partition = submissionPartition(submission.id);
  const judges = (await rolesOf(store, edition.id)).filter(isJudge);
  const panel = panelFor(judges, submission, await readSeating(store, partition, round));
  const sheets = await scoreSheets.list(store, partition, { prefix: sheetPrefix(round.id) });
  return divergingCriteria(
    round,
    sheets.map(({ value }) => value),
    panel,
  );
}
