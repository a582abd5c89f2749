import type { EditionRole } from '../../domain/edition/edition-role.ts';
import { isJudge } from '../../domain/edition/edition-role.ts';
import type { Edition, Round } from '../../domain/edition/edition.ts';
import { seatsFor } from '../../domain/judging/panel.ts';
import type { RoundCut } from '../../domain/judging/round-cut.ts';
import { cutStatus, goingOn } from '../../domain/judging/round-cut.ts';
import type { FrozenSheets } from '../../domain/judging/round-turn.ts';
import { isFrozen } from '../../domain/judging/round-turn.ts';
import type { ScoreSheet } from '../../domain/judging/score-sheet.ts';
import type { PersonId } from '../../domain/person.ts';
import type { RankingInput } from '../../domain/ranking/ranking-input.ts';
import { inputOfRound } from '../../domain/ranking/round-input.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { cutPrefix, roundCuts } from '../../store/documents/cut-documents.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import { frozenId, frozenRounds } from '../../store/documents/judging-documents.ts';
import {
  scoreSheets,
  sheetPrefix,
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { rolesOf } from '../edition-context.ts';
import { submissionIdsOf } from '../editions/edition-use.ts';
import { readSeating } from '../judging/own-seat.ts';

/** One submission with what counts of it in a round, from the store itself. */
export interface CountedSubmission {
  submission: Submission;
  /** Who counts: with a seat and not abstaining. */
  panel: PersonId[];
  abstained: PersonId[];
  /** Handed in, of who counts; the frozen ones once they are. */
  sheets: ScoreSheet[];
  frozen?: FrozenSheets;
}

/** What takes part in a round in one category, by id. */
export async function countedIn(
  store: DocumentStore,
  edition: Edition,
  round: Round,
  categoryId: string,
): Promise<CountedSubmission[]> {
  const judges = (await rolesOf(store, edition.id)).filter(isJudge);
  const takesPart = await readTakesPart(store, edition, round);
  const counted: CountedSubmission[] = [];
  for await (const submissionId of submissionIdsOf(store, edition.id)) {
    const found = await submissions.read(store, submissionPartition(submissionId), submissionDocumentId);
    if (found?.value.categoryId !== categoryId || !takesPart(found.value)) continue;
    counted.push(await countSubmission(store, round, judges, found.value));
  }
  return counted;
}

/** What counts of a submission: the frozen sheets once they are, those of the panel until then. */
export async function countSubmission(
  store: DocumentStore,
  round: Round,
  judges: readonly EditionRole[],
  submission: Submission,
): Promise<CountedSubmission> {
  const partition = submissionPartition(submission.id);
  const [seating, frozen, kept] = await Promise.all([
    readSeating(store, partition, round),
    frozenRounds.read(store, partition, frozenId(round.id)),
    scoreSheets.list(store, partition, { prefix: sheetPrefix(round.id) }),
  ]);
  const seats = seatsFor(judges, submission, seating);
  const panel = seats.filter((judge) => !seating.abstained.includes(judge));
  const isStill = frozen !== undefined && isFrozen(frozen.value, round);
  // Once frozen nothing follows from who has which place in the edition by now.
  const abstained = isStill ? [...seating.abstained] : seats.filter((judge) => !panel.includes(judge));
  const counting = new Set(isStill ? frozen.value.judges : panel);
  const sheets = kept
    .map(({ value }) => value)
    .filter(({ status, judge }) => status === 'handed-in' && counting.has(judge));
  return { submission, panel, abstained, sheets, ...(isStill && { frozen: frozen.value }) };
}

/**
 * Whether a submission takes part in a round: it was not withdrawn, and it went on after the round before where that
 * was fixed for its category.
 */
export async function readTakesPart(
  store: DocumentStore,
  edition: Edition,
  { id }: Pick<Round, 'id'>,
): Promise<(submission: Pick<Submission, 'id' | 'status' | 'categoryId'>) => boolean> {
  const previous = edition.rounds[edition.rounds.findIndex((round) => round.id === id) - 1];
  const fixed = new Map<string, readonly string[]>();
  const prefix = previous && cutPrefix(previous.id);
  const cuts =
    prefix === undefined ? [] : await roundCuts.list(store, editionPartition(edition.id), { prefix });
  for (const { value } of cuts) {
    const within = previous && goingOn(value, previous);
    if (within !== undefined) fixed.set(value.categoryId, within);
  }
  const wentOn = new Set([...fixed.values()].flat());
  return (submission) =>
    submission.status === 'submitted' && (!fixed.has(submission.categoryId) || wentOn.has(submission.id));
}

/** What a category is ranked by: the line where somebody drew it, or all as it was when that was fixed. */
export function cutInput(
  edition: Edition,
  round: Round,
  cut: RoundCut,
  counted: readonly CountedSubmission[],
): RankingInput {
  const scores = {
    submissions: counted.map(({ submission }) => submission.id),
    sheets: counted.flatMap(({ sheets }) =>
      sheets.map(({ submissionId, judge, scores }) => ({ submissionId, judge, scores })),
    ),
    abstentions: counted.flatMap(({ submission, abstained }) =>
      abstained.map((judge) => ({ submissionId: submission.id, judge })),
    ),
  };
  const input = inputOfRound(edition, round, cut.categoryId, scores);
  if (cut.fixed !== undefined && cutStatus(cut, round) === 'fixed')
    return { ...input, settings: cut.fixed.settings, seed: cut.fixed.seed };
  return { ...input, settings: { ...input.settings, cut: cut.rule } };
}
