import type { EditionRole } from '../../domain/edition/edition-role.ts';
import type { Phase, Round, RoundId } from '../../domain/edition/edition.ts';
import { phaseOf } from '../../domain/edition/edition.ts';
import type { Abstention } from '../../domain/judging/abstention.ts';
import type { RoundSeating } from '../../domain/judging/panel.ts';
import { assignedIn } from '../../domain/judging/panel.ts';
import { isFrozen } from '../../domain/judging/round-turn.ts';
import type { ScoreSheet } from '../../domain/judging/score-sheet.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
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
import { scoreSheets, sheetId, submissionPartition } from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { roleIn } from '../edition-context.ts';
import type { SubmissionInRound } from '../rounds/submission-in-round.ts';
import { readSubmissionInRound } from '../rounds/submission-in-round.ts';
import type { World } from '../world.ts';

/** All that decides what one judge may do at one submission in one round. */
export interface OwnSeat extends SubmissionInRound {
  roundPhase: Phase;
  role?: EditionRole;
  seating: RoundSeating;
  /** The round closed, and its sheets stand. */
  isFrozen: boolean;
  sheet?: Stored<ScoreSheet>;
  abstention?: Stored<Abstention>;
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
  const found = await readSubmissionInRound(store, submissionId, roundId);
  const { edition, round } = found;
  const id = personId(judge);
  const [role, seating, frozen, sheet, abstention] = await Promise.all([
    roleIn(world, edition.id, judge),
    readSeating(store, partition, round),
    frozenRounds.read(store, partition, frozenId(roundId)),
    scoreSheets.read(store, partition, sheetId(roundId, id)),
    abstentions.read(store, partition, abstentionId(roundId, id)),
  ]);
  return {
    ...found,
    ...{ role, seating, sheet, abstention },
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
