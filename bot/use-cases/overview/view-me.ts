import {
  mayListSubmissions,
  mayOrganise,
  mayStartEdition,
  maySeeProgress,
  maySeeStrictness,
} from '../../domain/access.ts';
import type { EditionRole, Role } from '../../domain/edition/edition-role.ts';
import { isJudge } from '../../domain/edition/edition-role.ts';
import type { Edition, Round } from '../../domain/edition/edition.ts';
import { currentRound } from '../../domain/edition/edition.ts';
import type { PersonKey } from '../../domain/person.ts';
import { findCurrentEdition, roleIn } from '../edition-context.ts';
import { hasCuts } from '../cut/view-cuts.ts';
import { standingsSeen } from '../standings/view-leaderboard.ts';
import type { World } from '../world.ts';

/** Which of the tab's screens somebody may see, besides those for everybody. */
type Screens = Record<
  'submissions' | 'score' | 'leaderboard' | 'shortlist' | 'progress' | 'juryRoom' | 'edition',
  boolean
>;

/** What the tab opens with. */
export interface MeView {
  roles: Role[];
  may: Screens;
  edition?: Edition;
  round?: Round;
  /** The categories whose standings they may see. */
  standings: string[];
}

export async function viewMe(world: World, person: PersonKey): Promise<MeView> {
  const edition = await findCurrentEdition(world.store);
  if (edition === undefined) {
    // Who is organiser by the settings writes the first one.
    const may = {
      ...screensOf(undefined, { leaderboard: false, shortlist: false }),
      edition: mayStartEdition(await roleIn(world, '', person)),
    };
    return { roles: [], may, standings: [] };
  }
  const round = currentRound(edition, world.now());
  const role = await roleIn(world, edition.id, person);
  const standings = round === undefined ? [] : await standingsSeen(world, edition, round, role);
  return {
    roles: role?.roles ?? [],
    may: screensOf(role, {
      leaderboard: standings.length > 0,
      shortlist: await hasCuts(world, edition, role),
    }),
    edition,
    round,
    standings,
  };
}

/** @param outcomes what is decided by more than their place */
function screensOf(
  role: EditionRole | undefined,
  outcomes: Pick<Screens, 'leaderboard' | 'shortlist'>,
): Screens {
  return {
    submissions: mayListSubmissions(role),
    score: isJudge(role),
    ...outcomes,
    progress: maySeeProgress(role),
    juryRoom: maySeeStrictness(role),
    edition: mayOrganise(role),
  };
}
