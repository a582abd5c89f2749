import { viewJudgeList, viewJudging } from '../../use-cases/judging/view-judging.ts';
import type { World } from '../../use-cases/world.ts';
import { changeAbstention, writeJudging } from '../../use-cases/judging/write-judging.ts';
import { abstentionBody, judgeList, judging, sheetBody } from '../contract/judging.ts';
import { shapeJudgeList, shapeJudging } from './shape-judging.ts';
import type { TabDoor } from './tab-door.ts';

/** A judge's own list, sheets and abstentions: the same as on the cards. */
export function addJudgingRoutes(door: TabDoor, world: World): void {
  door.ask('/judging', judgeList, async (asker) =>
    shapeJudgeList(await viewJudgeList(world, asker), asker.language),
  );
  door.ask('/submissions/:id/sheet', judging, async (asker, request) =>
    shapeJudging(await viewJudging(world, asker, request.id()), asker.language),
  );
  door.act('/submissions/:id/sheet', { body: sheetBody, answer: judging }, async (asker, body, request) =>
    shapeJudging(await writeJudging(world, asker, { submissionId: request.id(), ...body }), asker.language),
  );
  door.act(
    '/submissions/:id/abstention',
    { body: abstentionBody, answer: judging },
    async (asker, body, request) =>
      shapeJudging(
        await changeAbstention(world, asker, { submissionId: request.id(), ...body }),
        asker.language,
      ),
  );
}
