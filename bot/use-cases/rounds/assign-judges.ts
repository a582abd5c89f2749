import { mayRunRounds } from '../../domain/access.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import { isJudge, judgesAt } from '../../domain/edition/edition-role.ts';
import type { Edition, Round, RoundId } from '../../domain/edition/edition.ts';
import { phaseOf, roundOf } from '../../domain/edition/edition.ts';
import type { AssignResult } from '../../domain/judging/assign.ts';
import { assignJudges } from '../../domain/judging/assign.ts';
import { hasConflict } from '../../domain/judging/conflict.ts';
import type { PersonId, PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import {
  abstentionPrefix,
  abstentions,
  assignmentId,
  assignments,
} from '../../store/documents/judging-documents.ts';
import {
  scoreSheets,
  sheetPrefix,
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { hashOf } from './close-round-hash.ts';
import { readEdition, roleIn, rolesOf } from '../edition-context.ts';
import { submissionIdsOf } from '../editions/edition-use.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

export interface AssignmentWish {
  editionId: string;
  roundId: RoundId;
  /** A whole number; another one gives another assignment that is as good. */
  seed: number;
}

/** Who would judge what, before any of it is so. */
export interface AssignmentPreview {
  edition: Edition;
  round: Round;
  seed: number;
  cases: AssignedCase[];
  judges: { judge: EditionRole; before: number; after: number }[];
  /** Submissions that can't have as many judges as they should. */
  short: AssignResult['short'];
  connection: AssignResult['connection'];
  /** What the organiser agrees to: it is another when anything that matters has changed. */
  fingerprint: string;
}

interface AssignedCase {
  submission: Submission;
  judges: PersonId[];
  added: PersonId[];
  removed: PersonId[];
}

/**
 * Works out who judges what; nothing is written.
 * @returns `undefined` when everybody judges everything in this round
 * @throws RefusedError `not-organiser`, `not-found`, `round-closed`
 */
export async function previewAssignment(
  world: World,
  person: PersonKey,
  wish: AssignmentWish,
): Promise<AssignmentPreview | undefined> {
  const { store } = world;
  if (!mayRunRounds(await roleIn(world, wish.editionId, person))) throw new RefusedError('not-organiser');
  const edition = await readEdition(store, wish.editionId);
  const round = edition && roundOf(edition, wish.roundId);
  if (edition === undefined || round === undefined) throw new RefusedError('not-found');
  if (phaseOf(round, world.now()) === 'closed') throw new RefusedError('round-closed');
  const { assignment = 'everybody' } = round;
  if (assignment === 'everybody') return undefined;
  const judges = (await rolesOf(store, edition.id)).filter(isJudge);
  const entered = await readEntered(store, edition.id, round.id);
  return previewOf({ edition, round, seed: wish.seed }, judges, entered, assignment.perSubmission);
}

/** A submission with what bears on who judges it. */
interface Entered {
  submission: Submission;
  before: readonly PersonId[];
  abstained: ReadonlySet<PersonId>;
  begun: ReadonlySet<PersonId>;
}

async function readEntered(
  store: DocumentStore,
  editionId: string,
  roundId: RoundId,
): Promise<Map<string, Entered>> {
  const entered = new Map<string, Entered>();
  for await (const submissionId of submissionIdsOf(store, editionId)) {
    const partition = submissionPartition(submissionId);
    const submission = await submissions.read(store, partition, submissionDocumentId);
    if (submission?.value.status !== 'submitted') continue;
    const [assigned, kept, sheets] = await Promise.all([
      assignments.read(store, partition, assignmentId(roundId)),
      abstentions.list(store, partition, { prefix: abstentionPrefix(roundId) }),
      scoreSheets.list(store, partition, { prefix: sheetPrefix(roundId) }),
    ]);
    const abstaining = kept.filter(({ value }) => value.status === 'abstained');
    entered.set(submissionId, {
      submission: submission.value,
      before: assigned?.value.judges ?? [],
      abstained: new Set(abstaining.map(({ value }) => value.judge)),
      begun: new Set(sheets.map(({ value }) => value.judge)),
    });
  }
  return entered;
}

function previewOf(
  about: Pick<AssignmentPreview, 'edition' | 'round' | 'seed'>,
  judges: readonly EditionRole[],
  entered: ReadonlyMap<string, Entered>,
  perSubmission: number,
): AssignmentPreview {
  const roles = new Map(judges.map((judge) => [personId(judge), judge]));
  const { cases, loads, short, connection } = assignJudges({
    submissions: [...entered.keys()],
    judges: [...roles.keys()],
    perSubmission,
    seed: about.seed,
    before: new Map([...entered].map(([id, { before }]) => [id, before])),
    may: (judge, submissionId) => maySit(roles.get(judge), about.round, entered.get(submissionId)),
    hasBegun: (judge, submissionId) => entered.get(submissionId)?.begun.has(judge) ?? false,
  });
  const lines = [...entered].map(([id, { submission, before }]) =>
    caseOf(submission, cases.get(id) ?? [], before),
  );
  const loadBefore = (id: PersonId) =>
    lines.filter(
      ({ judges: now, added, removed }) => removed.includes(id) || (now.includes(id) && !added.includes(id)),
    ).length;
  return {
    ...about,
    cases: lines,
    judges: [...roles].map(([id, judge]) => ({ judge, before: loadBefore(id), after: loads.get(id) ?? 0 })),
    short,
    connection,
    fingerprint: hashOf({
      round: about.round.id,
      cases: [...cases],
      before: [...entered].map(([, { before }]) => before),
    }),
  };
}

function maySit(
  judge: EditionRole | undefined,
  { id: roundId }: Pick<Round, 'id'>,
  entered: Entered | undefined,
): boolean {
  if (entered === undefined) return false;
  if (!judgesAt(judge, { categoryId: entered.submission.categoryId, roundId })) return false;
  return !hasConflict(judge, entered.submission) && !entered.abstained.has(personId(judge));
}

function caseOf(submission: Submission, judges: PersonId[], before: readonly PersonId[]): AssignedCase {
  return {
    submission,
    judges,
    added: judges.filter((judge) => !before.includes(judge)),
    removed: before.filter((judge) => !judges.includes(judge)),
  };
}
