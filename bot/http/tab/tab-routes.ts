import { viewDiscussion } from '../../use-cases/judging/view-discussion.ts';
import { viewJudges } from '../../use-cases/chasing/view-judges.ts';
import { viewLeaderboard } from '../../use-cases/standings/view-leaderboard.ts';
import { viewMe } from '../../use-cases/overview/view-me.ts';
import { viewProgress } from '../../use-cases/overview/view-progress.ts';
import type { World } from '../../use-cases/world.ts';
import { discussion } from '../contract/discussion.ts';
import { me } from '../contract/me.ts';
import { progress } from '../contract/progress.ts';
import { judges, leaderboard } from '../contract/ranking.ts';
import { shapeDiscussion } from './shape-discussion.ts';
import { shapeJudges, shapeLeaderboard } from './shape-ranking.ts';
import { shapeMe, shapeProgress } from './shape.ts';
import type { TabDoor } from './tab-door.ts';

/** What the tab asks of everybody's screens. */
export function addTabRoutes(door: TabDoor, world: World): void {
  door.ask('/me', me, async (asker) =>
    shapeMe(await viewMe(world, asker), asker.name, asker.language, world.now()),
  );
  door.askShared(
    '/leaderboard',
    leaderboard,
    (asker, request) => viewLeaderboard(world, asker, request.query.get('category') ?? ''),
    shapeLeaderboard,
  );
  door.ask('/judges', judges, async (asker, request) =>
    shapeJudges(await viewJudges(world, asker, request.query.get('category') ?? '')),
  );
  door.ask('/progress', progress, async (asker) => shapeProgress(await viewProgress(world, asker)));
  door.ask('/submissions/:id/discussion', discussion, async (asker, request) =>
    shapeDiscussion(await viewDiscussion(world, asker, request.id()), asker.language),
  );
}
