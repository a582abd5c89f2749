import { maySeeStrictness } from '../../domain/access.ts';
import type { Edition, Round } from '../../domain/edition/edition.ts';
import { categoryOf } from '../../domain/edition/edition.ts';
import type { PersonId, PersonKey } from '../../domain/person.ts';
import type { JudgeLine } from '../../domain/ranking/ranking-result.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import type { KeptRanking } from '../read-model.ts';
import { RefusedError } from '../refusal.ts';
import { roundNow } from '../rounds/round-now.ts';
import type { World } from '../world.ts';

/** How judges score beside each other: to talk with them about, and no part of any outcome. */
export interface JudgesView {
  edition: Edition;
  round: Round;
  categoryId: string;
  /** Absent while the category was not ranked yet. */
  ranking?: KeptRanking;
  judges: JudgeView[];
  /** Scores far from what submission and judge let expect, the furthest first. */
  remarkable: { submission: Submission; name: string; deviation: number }[];
}

interface JudgeView {
  line: JudgeLine;
  name: string;
  /** What would come within the cut, and fall out of it, without this judge. */
  comeIn: Submission[];
  fallOut: Submission[];
}

/** @throws RefusedError */
export async function viewJudges(world: World, person: PersonKey, categoryId: string): Promise<JudgesView> {
  const { edition, round, role } = await roundNow(world, person);
  if (!maySeeStrictness(role, categoryId) || categoryOf(edition, categoryId) === undefined)
    throw new RefusedError('not-found');
  const { ranking } = world.readModel.standings(edition.id, categoryId, round.id);
  const nameOf = (judge: PersonId) => world.readModel.roleOf(edition.id, judge)?.name ?? '';
  const found = (ids: readonly string[] = []) => ids.flatMap((id) => world.readModel.submission(id) ?? []);
  const { judges = [], remarkable = [], cut } = ranking?.result ?? {};
  const without = new Map(cut?.withoutJudge.map((each) => [each.judge, each]));
  return {
    edition,
    round,
    categoryId,
    ranking,
    judges: judges
      .map((line) => ({
        line,
        name: nameOf(line.judge),
        comeIn: found(without.get(line.judge)?.comeIn),
        fallOut: found(without.get(line.judge)?.fallOut),
      }))
      .sort((one, other) => one.name.localeCompare(other.name, 'nl')),
    remarkable: remarkable.flatMap(({ submissionId, judge, deviation }) =>
      found([submissionId]).map((submission) => ({ submission, name: nameOf(judge), deviation })),
    ),
  };
}
