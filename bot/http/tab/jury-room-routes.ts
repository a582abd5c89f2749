import { viewJuryRoom } from '../../use-cases/standings/view-jury-room.ts';
import { viewSheets } from '../../use-cases/standings/view-sheets.ts';
import type { World } from '../../use-cases/world.ts';
import { juryRoom, sheets } from '../contract/jury-room.ts';
import { shapeJuryRoom, shapeSheets } from './shape-jury-room.ts';
import type { TabDoor } from './tab-door.ts';

/** What who leads the jury looks into: how scores lie, and the sheets themselves. */
export function addJuryRoomRoutes(door: TabDoor, world: World): void {
  door.ask('/jury-room', juryRoom, async (asker, request) =>
    shapeJuryRoom(await viewJuryRoom(world, asker, request.query.get('category') ?? ''), asker.language),
  );
  door.ask('/submissions/:id/sheets', sheets, async (asker, request) =>
    shapeSheets(await viewSheets(world, asker, request.id()), asker.language),
  );
}
