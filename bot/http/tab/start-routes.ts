import { viewStart } from '../../use-cases/overview/view-start.ts';
import type { World } from '../../use-cases/world.ts';
import { start } from '../contract/start.ts';
import { shapeStart } from './shape-start.ts';
import type { TabDoor } from './tab-door.ts';

/** What the tab asks of the screen that everybody begins with. @param chat the link to the chat with the bot */
export function addStartRoutes(door: TabDoor, world: World, chat: string): void {
  door.ask('/start', start, async (asker) => shapeStart(await viewStart(world, asker), asker.language, chat));
}
