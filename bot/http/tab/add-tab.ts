import type { Server } from 'restify';
import type { RankElsewhere } from '../../use-cases/cut/cut-place.ts';
import type { ExportSpeech } from '../../use-cases/export/export-file.ts';
import type { FeedbackWords } from '../../use-cases/feedback/feedback-write.ts';
import type { JudgeContacts } from '../../use-cases/chasing/judge-contacts.ts';
import type { World } from '../../use-cases/world.ts';
import { addCutRoutes } from './cut-routes.ts';
import { addEditionPeopleRoutes } from './edition-people-routes.ts';
import { addEditionRoutes } from './edition-routes.ts';
import type { EditionDesk } from './edition-speech.ts';
import { addExportRoute } from './export-route.ts';
import { addJuryRoomRoutes } from './jury-room-routes.ts';
import { addJudgingRoutes } from './judging-routes.ts';
import { addFeedbackRoutes } from './feedback-routes.ts';
import type { LiveStreams } from './live-route.ts';
import { addLiveRoute } from './live-route.ts';
import { addSubmissionRoutes } from './submission-routes.ts';
import { addProgressRoutes } from './progress-routes.ts';
import type { HttpLog } from './tab-door.ts';
import { createTabDoor } from './tab-door.ts';
import type { TabGate } from './tab-gate.ts';
import { addStartRoutes } from './start-routes.ts';
import { addTabRoutes } from './tab-routes.ts';

export interface TabOptions {
  world: World;
  gate: TabGate;
  log: HttpLog;
  contacts: JudgeContacts;
  rank: RankElsewhere;
  /** The link to somebody's own chat with the bot. */
  chatLink: string;
  exportWords: (language: 'nl' | 'en') => ExportSpeech;
  feedbackWords: FeedbackWords;
  editionDesk: EditionDesk;
}

/** All of `/api/tab`. */
export function addTab(server: Server, options: TabOptions): LiveStreams {
  const { world, gate, log, contacts, rank, chatLink, exportWords, feedbackWords, editionDesk } = options;
  const door = createTabDoor(server, gate, log);
  addStartRoutes(door, world, chatLink);
  addTabRoutes(door, world);
  addJuryRoomRoutes(door, world);
  addJudgingRoutes(door, world);
  addCutRoutes(door, world, rank);
  addFeedbackRoutes(door, world, feedbackWords);
  addSubmissionRoutes(door, world, chatLink);
  addProgressRoutes(door, world, contacts);
  addEditionRoutes(door, world, editionDesk);
  addEditionPeopleRoutes(door, world, editionDesk);
  addExportRoute(door, world, { rank, words: exportWords });
  return addLiveRoute(server, world, gate, log);
}
