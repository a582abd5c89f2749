import type { z } from 'zod';
import { personId } from '../../domain/person.ts';
import { RefusedError } from '../../use-cases/refusal.ts';
import type { ListWish } from '../../use-cases/overview/submission-list.ts';
import {
  viewListPlaces,
  viewPlaceInList,
  viewSubmissionList,
} from '../../use-cases/overview/view-submission-list.ts';
import { viewSubmissionHistory } from '../../use-cases/submitting/view-submission-history.ts';
import { viewSubmissionPage } from '../../use-cases/overview/view-submission-page.ts';
import type { World } from '../../use-cases/world.ts';
import {
  listPageSize,
  listPlaces,
  listQuery,
  placeInList,
  submissionList,
} from '../contract/submission-list.ts';
import { submissionDetail, submissionHistory } from '../contract/submissions.ts';
import { shapeHistory } from './shape-history.ts';
import { shapeList, shapePlace, shapePlaces } from './shape-list.ts';
import { shapeSubmission } from './shape-submission.ts';
import type { TabDoor } from './tab-door.ts';

/**
 * The list of submissions, and each of them. The list is searched and cut into pages here and not in the tab: of 10,000
 * submissions the lines alone are 2.5 MB (0.4 MB zipped) and the texts 13 MB, for each tab that opens and again after each
 * change, against 25 KB and a few milliseconds for a page; and what somebody may not see is nowhere near them.
 *
 * @param chat the reader's own chat with the bot
 */
export function addSubmissionRoutes(door: TabDoor, world: World, chat: string): void {
  door.ask('/submissions', submissionList, async (asker, { query }) => {
    const asked = readQuery(query);
    const part = { from: asked.from, most: listPageSize };
    return shapeList(await viewSubmissionList(world, asker, wishOf(asked), part));
  });
  door.ask('/submissions/places', listPlaces, async (asker) =>
    shapePlaces(await viewListPlaces(world, asker)),
  );
  door.ask('/submissions/:id', submissionDetail, async (asker, request) =>
    shapeSubmission(await viewSubmissionPage(world, asker, request.id()), asker.language, chat),
  );
  door.ask('/submissions/:id/history', submissionHistory, async (asker, request) =>
    shapeHistory(await viewSubmissionHistory(world, asker, request.id()), personId(asker), asker.language),
  );
  door.ask('/submissions/:id/place', placeInList, async (asker, request) =>
    shapePlace(await viewPlaceInList(world, asker, request.id(), wishOf(readQuery(request.query)))),
  );
}

/** @throws RefusedError `malformed` */
function readQuery(query: URLSearchParams): z.infer<typeof listQuery> {
  const said = listQuery.safeParse(Object.fromEntries(query));
  if (!said.success) throw new RefusedError('malformed');
  return said.data;
}

function wishOf(asked: z.infer<typeof listQuery>): ListWish {
  const { q, category, municipality, province, status, own, sort, upTo } = asked;
  return {
    ...{ typed: q, categoryId: category, order: sort },
    ...{ municipality, province, status, own, upTo },
  };
}
