import { maySeeLeaderboard, maySeeStandings } from '../../domain/access.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import type { Edition, Round } from '../../domain/edition/edition.ts';
import { categoryOf } from '../../domain/edition/edition.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PersonKey } from '../../domain/person.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { readClosing } from '../cut/cut-place.ts';
import type { CategoryStandings, KeptRanking, KeptStanding } from '../read-model.ts';
import { RefusedError } from '../refusal.ts';
import { roundNow } from '../rounds/round-now.ts';
import type { World } from '../world.ts';

/** A category as it stands. */
export interface LeaderboardView {
  edition: Edition;
  round: Round;
  categoryId: string;
  asOf?: Instant;
  sheets: number;
  lines: StandingView[];
  /** Of these sheets, or of earlier ones while these are being ranked; absent before the first time. */
  ranking?: KeptRanking;
}

export interface StandingView {
  standing: KeptStanding;
  shared: boolean;
  submission: Submission;
}

/** Made once for what is kept: that is another thing as soon as anything in it changes. */
const made = new WeakMap<CategoryStandings, LeaderboardView>();

/**
 * The same view, as an object, until something in it changes.
 * @throws RefusedError
 */
export async function viewLeaderboard(
  world: World,
  person: PersonKey,
  categoryId: string,
): Promise<LeaderboardView> {
  const { edition, round, role } = await roundNow(world, person);
  if (categoryOf(edition, categoryId) === undefined) throw new RefusedError('not-found');
  if (!(await standingsSeen(world, edition, round, role)).includes(categoryId))
    throw new RefusedError('not-found');
  const kept = world.readModel.standings(edition.id, categoryId, round.id);
  const before = made.get(kept);
  if (before !== undefined) return before;
  const { asOf, sheets, standings, ranking } = kept;
  const lines = withSubmissions(world, standings);
  const view = { edition, round, categoryId, asOf, sheets, lines, ranking };
  made.set(kept, view);
  return view;
}

/** The categories whose standings somebody with this place may see now. */
export async function standingsSeen(
  { store, readModel }: Pick<World, 'store' | 'readModel'>,
  edition: Edition,
  round: Round,
  role: EditionRole | undefined,
): Promise<string[]> {
  const ids = edition.categories.map(({ id }) => id);
  if (round.ranking?.shownTo !== 'jury') return ids.filter((id) => maySeeLeaderboard(role, id));
  const isFrozen = (await readClosing(store, edition, round)) !== undefined;
  const submissions = readModel.submissionsOf(edition.id).filter(({ status }) => status === 'submitted');
  return ids.filter((id) => maySeeStandings(role, id, { round, isFrozen, submissions }));
}

function withSubmissions(world: World, standings: readonly KeptStanding[]): StandingView[] {
  const holders = Map.groupBy(standings, (standing) => standing.rank);
  return standings.flatMap((standing): StandingView[] => {
    const submission = world.readModel.submission(standing.submissionId);
    if (submission === undefined) return [];
    const shared = standing.rank !== undefined && (holders.get(standing.rank)?.length ?? 0) > 1;
    return [{ standing, shared, submission }];
  });
}
