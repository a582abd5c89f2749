import { provinceOf } from '../../domain/submission/participant.ts';
import type {
  ListPlaces as PlacesView,
  PlaceInList as PlaceView,
  SubmissionListView,
} from '../../use-cases/overview/view-submission-list.ts';
import type { ListPlaces, PlaceInList, SubmissionList } from '../contract/submission-list.ts';
import { shapeLine } from './shape.ts';

/** Field by field, as in shape.ts. */
export function shapeList({ edition, lines, total, upTo, newer }: SubmissionListView): SubmissionList {
  return {
    lines: lines.map(({ submission, own }) => ({
      submission: shapeLine(edition, submission),
      status: submission.status,
      province: provinceOf(submission.participant),
      submittedAt: submission.submittedAt,
      own,
    })),
    ...{ total, upTo, newer },
  };
}

export function shapePlaces({ municipalities, hasNone }: PlacesView): ListPlaces {
  return {
    municipalities: municipalities.map(({ code, name, province }) => ({ code, name, province })),
    hasNone,
  };
}

export function shapePlace({ edition, position, total, before, after }: PlaceView): PlaceInList {
  return {
    position,
    total,
    before: before && shapeLine(edition, before),
    after: after && shapeLine(edition, after),
  };
}
