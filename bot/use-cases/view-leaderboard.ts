import { maySeeLeaderboard, maySeeShortlist } from '../domain/access.ts';
import { isJudge } from '../domain/edition/edition-role.ts';
import type { EditionRole } from '../domain/edition/edition-role.ts';
import type { Edition, Round } from '../domain/edition/edition.ts';
import { categoryOf } from '../domain/edition/edition.ts';
import type { Instant } from '../domain/instant.ts';
import { panelFor } from '../domain/judging/panel.ts';
import type { PersonKey } from '../domain/person.ts';
import type { Standing } from '../domain/ranking/standing.ts';
import { shortlist } from '../domain/ranking/standing.ts';
import type { Submission } from '../domain/submission/submission.ts';
import { RefusedError } from './refusal.ts';
import { roundNow } from './round-now.ts';
import type { World } from './world.ts';

/** A category as it stands. */
export interface LeaderboardView {
  edition: Edition;
  round: Round;
  categoryId: string;
  asOf?: Instant;
  sheets: number;
  lines: StandingView[];
}

export interface StandingView {
  standing: Standing;
  shared: boolean;
  submission: Submission;
  /** Judges who count. */
  judges: number;
}

/** The cut as the scores alone would make it: per category the first so many, ties included. */
export interface ShortlistView {
  edition: Edition;
  round: Round;
  categories: { categoryId: string; lines: StandingView[] }[];
}

/** @throws RefusedError */
export async function viewLeaderboard(
  world: World,
  person: PersonKey,
  categoryId: string,
): Promise<LeaderboardView> {
  const { edition, round, role } = await roundNow(world, person);
  if (!maySeeLeaderboard(role, categoryId) || categoryOf(edition, categoryId) === undefined)
    throw new RefusedError('not-found');
  const { asOf, sheets, standings } = world.readModel.standings(edition.id, categoryId, round.id);
  const judges = world.readModel.roles(edition.id).filter(isJudge);
  return {
    edition,
    round,
    categoryId,
    asOf,
    sheets,
    lines: withSubmissions(world, round, judges, standings),
  };
}

/** @throws RefusedError */
export async function viewShortlist(world: World, person: PersonKey): Promise<ShortlistView> {
  const { edition, round, role } = await roundNow(world, person);
  if (!maySeeShortlist(role)) throw new RefusedError('not-found');
  const judges = world.readModel.roles(edition.id).filter(isJudge);
  const seen = edition.categories.filter(({ id }) => maySeeShortlist(role, id));
  const categories = seen.map(({ id }) => {
    const { standings } = world.readModel.standings(edition.id, id, round.id);
    return {
      categoryId: id,
      lines: withSubmissions(world, round, judges, shortlist(standings, round.shortlistSize)),
    };
  });
  return { edition, round, categories };
}

function withSubmissions(
  world: World,
  round: Round,
  judges: EditionRole[],
  standings: readonly Standing[],
): StandingView[] {
  const holders = Map.groupBy(standings, (standing) => standing.rank);
  return standings.flatMap((standing): StandingView[] => {
    const submission = world.readModel.submission(standing.submissionId);
    if (submission === undefined) return [];
    const shared = standing.rank !== undefined && (holders.get(standing.rank)?.length ?? 0) > 1;
    const panel = panelFor(judges, submission, world.readModel.seating(submission.id, round));
    return [{ standing, shared, submission, judges: panel.length }];
  });
}
