import { maySeeStrictness } from '../../domain/access.ts';
import type { Edition, Round } from '../../domain/edition/edition.ts';
import { categoryOf } from '../../domain/edition/edition.ts';
import type { Instant } from '../../domain/instant.ts';
import type { CriterionSpread, Disagreement } from '../../domain/judging/criterion-spread.ts';
import { criterionSpreads, disagreements } from '../../domain/judging/criterion-spread.ts';
import type { PersonKey } from '../../domain/person.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import type { CategoryStandings, ReadModel } from '../read-model.ts';
import { RefusedError } from '../refusal.ts';
import { roundNow } from '../rounds/round-now.ts';
import type { World } from '../world.ts';

/** How a category's scores lie: what a chair prepares the jury's talk from. */
export interface JuryRoomView extends JuryRoomFacts {
  edition: Edition;
  round: Round;
  categoryId: string;
  asOf?: Instant;
  sheets: number;
}

interface JuryRoomFacts {
  criteria: CriterionSpread[];
  /** The furthest apart first. */
  disagreements: (Disagreement & { submission: Submission })[];
}

/** More than a meeting can talk about. */
const mostDisagreements = 30;

/** @throws RefusedError */
export async function viewJuryRoom(
  world: World,
  person: PersonKey,
  categoryId: string,
): Promise<JuryRoomView> {
  const { edition, round, role } = await roundNow(world, person);
  if (!maySeeStrictness(role, categoryId) || categoryOf(edition, categoryId) === undefined)
    throw new RefusedError('not-found');
  const standings = world.readModel.standings(edition.id, categoryId, round.id);
  const { asOf, sheets } = standings;
  return { edition, round, categoryId, asOf, sheets, ...factsOf(world.readModel, standings, round) };
}

/** Worked out once for each state of a category: the standings are another object after every change. */
const known = new WeakMap<CategoryStandings, JuryRoomFacts>();

function factsOf(readModel: ReadModel, standings: CategoryStandings, round: Round): JuryRoomFacts {
  const before = known.get(standings);
  if (before !== undefined) return before;
  const found = standings.standings.flatMap(({ submissionId }) => readModel.submission(submissionId) ?? []);
  const byId = new Map(found.map((submission) => [submission.id, submission]));
  const all = found.map((submission) => ({
    submissionId: submission.id,
    sheets: readModel.counted(submission, round).sheets,
  }));
  const facts: JuryRoomFacts = {
    criteria: criterionSpreads(round, all),
    disagreements: disagreements(round, all, mostDisagreements).flatMap((each) => {
      const submission = byId.get(each.submissionId);
      return submission === undefined ? [] : [{ ...each, submission }];
    }),
  };
  known.set(standings, facts);
  return facts;
}
