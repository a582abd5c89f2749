import type { EditionRole } from '../../domain/edition/edition-role.ts';
import type { Edition, Phase, Round, RoundId } from '../../domain/edition/edition.ts';
import { phaseOf, roundOf } from '../../domain/edition/edition.ts';
import type { Abstention } from '../../domain/judging/abstention.ts';
import type { RoundSeating } from '../../domain/judging/panel.ts';
import { assignedIn } from '../../domain/judging/panel.ts';
import { isFrozen } from '../../domain/judging/round-turn.ts';
import type { ScoreSheet } from '../../domain/judging/score-sheet.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import type { Stored } from '../../store/collection.ts';
import {
  abstentionId,
  abstentionPrefix,
  abstentions,
  assignmentId,
  assignments,
  frozenId,
  frozenRounds,
} from '../../store/documents/judging-documents.ts';
import {
  scoreSheets,
  sheetId,
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import type { AuditEnd } from '../log/audit-trail.ts';
import { readAuditEnd } from '../log/audit-trail.ts';
import { readEdition, roleIn } from '../edition-context.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

/** All that decides what one judge may do at one submission in one round. */
export interface OwnSeat {
  edition: Edition;
  round: Round;
  submission: Submission;
  roundPhase: Phase;
  role?: EditionRole;
  seating: RoundSeating;
  /** The round closed, and its sheets stand. */
  isFrozen: boolean;
  sheet?: Stored<ScoreSheet>;
  abstention?: Stored<Abstention>;
  /** Read before all the rest, so that a commit on it fails when anything was done since. */
  end: AuditEnd;
}

/** @throws RefusedError `not-found` */
export async function loadOwnSeat(
  world: World,
  judge: PersonKey,
  submissionId: string,
  roundId: RoundId,
): Promise<OwnSeat> {
  const { store } = world;
  const partition = submissionPartition(submissionId);
  const end = await readAuditEnd(store, partition);
  const submission = (await submissions.read(store, partition, submissionDocumentId))?.value;
  const edition = submission && (await readEdition(store, submission.editionId));
  const round = edition && roundOf(edition, roundId);
  if (submission === undefined || edition === undefined || round === undefined)
    throw new RefusedError('not-found');
  const id = personId(judge);
  const [role, seating, frozen, sheet, abstention] = await Promise.all([
    roleIn(world, edition.id, judge),
    readSeating(store, partition, round),
    frozenRounds.read(store, partition, frozenId(roundId)),
    scoreSheets.read(store, partition, sheetId(roundId, id)),
    abstentions.read(store, partition, abstentionId(roundId, id)),
  ]);
  return {
    ...{ edition, round, submission, role, seating, sheet, abstention, end },
    roundPhase: phaseOf(round, world.now()),
    isFrozen: isFrozen(frozen?.value, round),
  };
}

/** Who was assigned to a submission and who abstains, from the store. */
export async function readSeating(
  store: DocumentStore,
  partition: string,
  round: Round,
): Promise<RoundSeating> {
  const [assigned, kept] = await Promise.all([
    assignments.read(store, partition, assignmentId(round.id)),
    abstentions.list(store, partition, { prefix: abstentionPrefix(round.id) }),
  ]);
  const abstaining = kept.filter(({ value }) => value.status === 'abstained');
  return {
    roundId: round.id,
    assigned: assignedIn(round, assigned?.value.judges),
    abstained: abstaining.map(({ value }) => value.judge),
  };
}
