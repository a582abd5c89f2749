import { byItself } from '../../domain/audit-entry.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import { isJudge } from '../../domain/edition/edition-role.ts';
import type { Edition, Round, RoundId } from '../../domain/edition/edition.ts';
import { roundOf } from '../../domain/edition/edition.ts';
import { divergenceOf, divergingCriteria, mayAskToTalk } from '../../domain/judging/divergence.ts';
import { panelFor } from '../../domain/judging/panel.ts';
import type { OutgoingMessage } from '../../domain/outgoing-message.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { divergenceId, saidDivergences } from '../../store/documents/judging-documents.ts';
import { messagePrefix, outgoingMessages } from '../../store/documents/message-documents.ts';
import {
  scoreSheets,
  sheetPrefix,
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { auditOperations, readAuditEnd } from '../log/audit-trail.ts';
import { readEdition, rolesOf } from '../edition-context.ts';
import { readSeating } from './own-seat.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

export type DivergencePlace = Pick<World, 'store' | 'now'>;

/** What is known of the jury before a submission is looked at. */
export interface JuryInSight {
  judgesOf(editionId: string): Promise<EditionRole[]>;
  /** Whether they may have handed in; while one of the panel surely has not, no sheet is read. */
  hasHandedIn(judge: PersonId): boolean;
}

/** @returns the criteria on which the jury is asked to talk now; none when it was asked already, or need not be */
export async function noticeDivergence(
  { store, now }: DivergencePlace,
  submissionId: string,
  roundId: RoundId,
  jury: JuryInSight = nothingKnown(store),
): Promise<string[]> {
  const partition = submissionPartition(submissionId);
  return retryWhenChanged(partition, async () => {
    const end = await readAuditEnd(store, partition);
    const found = await find(store, submissionId, roundId);
    if (found === undefined || !mayAskToTalk(found.round, now())) return [];
    const id = divergenceId(roundId);
    const before = await saidDivergences.read(store, partition, id);
    const said = before?.value.criterionIds ?? [];
    const criterionIds = (await diverging(store, found, jury)).filter((each) => !said.includes(each));
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

async function diverging(
  store: DocumentStore,
  { edition, round, submission }: Found,
  jury: JuryInSight,
): Promise<string[]> {
  const setting = divergenceOf(round);
  if (setting === 'off') return [];
  const partition = submissionPartition(submission.id);
  const seating = await readSeating(store, partition, round);
  const panel = panelFor(await jury.judgesOf(edition.id), submission, seating);
  if (setting.early !== true && !panel.every((judge) => jury.hasHandedIn(judge))) return [];
  const sheets = await scoreSheets.list(store, partition, { prefix: sheetPrefix(round.id) });
  return divergingCriteria(
    round,
    sheets.map(({ value }) => value),
    panel,
  );
}

/** Everybody who judges in an edition, from the store. */
export async function judgesOf(store: DocumentStore, editionId: string): Promise<EditionRole[]> {
  return (await rolesOf(store, editionId)).filter(isJudge);
}

function nothingKnown(store: DocumentStore): JuryInSight {
  return { judgesOf: (editionId) => judgesOf(store, editionId), hasHandedIn: () => true };
}
