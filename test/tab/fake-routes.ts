import { browseRoutes } from './browse-answers.ts';
import type { Asked } from './fake-answers.ts';
import { juryRoomRoutes } from './jury-room-answers.ts';
import { progressRoutes } from './progress-answers.ts';
import { scoreRoutes } from './score-answers.ts';
import { shortlistRoutes } from './shortlist-answers.ts';
import { editionRoutes } from './edition-answers.ts';
import type { Stage } from './stage.ts';
import { startRoutes } from './start-answers.ts';

/** A call of one feature, as the server of these tests answers it. */
export interface FakeRoute {
  method: Asked['method'];
  /** Of what comes behind `/api/tab`, from its beginning to its end. */
  path: RegExp;
  /** What the contract allows, parsed by it; `undefined` for what this person may not see or do. */
  answer: (stage: Stage, asked: Asked, found: RegExpExecArray) => unknown;
}

/** A feature's calls stand in a file of their own; here they come together. */
export const fakeRoutes: readonly FakeRoute[] = [
  ...browseRoutes,
  ...editionRoutes,
  ...juryRoomRoutes,
  ...progressRoutes,
  ...scoreRoutes,
  ...shortlistRoutes,
  ...startRoutes,
];
