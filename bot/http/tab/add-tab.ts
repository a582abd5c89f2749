import type { Server } from 'restify';
import type { RankElsewhere } from '../../use-cases/cut-place.ts';
import type { ExportSpeech } from '../../use-cases/export-file.ts';
import type { World } from '../../use-cases/world.ts';
import { addExportRoute } from './export-route.ts';
import { addJuryRoomRoutes } from './jury-room-routes.ts';
import { addJudgingRoutes } from './judging-routes.ts';
import type { LiveStreams } from './live-route.ts';
import { addLiveRoute } from './live-route.ts';
import type { HttpLog } from './tab-door.ts';
import { createTabDoor } from './tab-door.ts';
import type { TabGate } from './tab-gate.ts';
import { addTabRoutes } from './tab-routes.ts';

export interface TabOptions {
  world: World;
  gate: TabGate;
  log: HttpLog;
  rank: RankElsewhere;
  exportWords: (language: 'nl' | 'en') => ExportSpeech;
}

/** All of `/api/tab`. */
export function addTab(server: Server, { world, gate, log, rank, exportWords }: TabOptions): LiveStreams {
  const door = createTabDoor(server, gate, log);
  addTabRoutes(door, world);
  addJuryRoomRoutes(door, world);
  addJudgingRoutes(door, world);
  addExportRoute(server, { world, gate, log, rank, words: exportWords });
  return addLiveRoute(server, world, gate, log);
}
