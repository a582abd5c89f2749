import { personId } from '../../domain/person.ts';
import type { JudgeContacts } from '../../use-cases/chasing/judge-contacts.ts';
import { nudgeJudges, reachesAfter } from '../../use-cases/chasing/nudge-judges.ts';
import { viewEntries } from '../../use-cases/overview/view-entries.ts';
import { viewJudgesProgress } from '../../use-cases/chasing/view-judges-progress.ts';
import type { World } from '../../use-cases/world.ts';
import { entries, judgesProgress, nudge, nudged } from '../contract/progress.ts';
import { shapeEntries, shapeJudgesProgress, shapeNudged } from './shape-progress.ts';
import type { TabDoor } from './tab-door.ts';

/** What who leads an edition sees of how it goes, and having judges reminded. */
export function addProgressRoutes(door: TabDoor, world: World, contacts: JudgeContacts): void {
  door.ask('/progress/judges', judgesProgress, async (asker) =>
    shapeJudgesProgress(await viewJudgesProgress(world, contacts, asker)),
  );
  door.ask('/progress/entries', entries, async (asker) => shapeEntries(await viewEntries(world, asker)));
  door.act('/progress/nudge', { body: nudge, answer: nudged }, async (asker, { judge, key }) => {
    // Somebody else's key, or a tap's, is another one.
    const command = { key: `tab ${personId(asker)} ${key}`, at: world.now() };
    const outcomes = await nudgeJudges(world, asker, { ...command, ...(judge !== undefined && { judge }) });
    return shapeNudged(outcomes, await viewJudgesProgress(world, contacts, asker, reachesAfter(outcomes)));
  });
}
