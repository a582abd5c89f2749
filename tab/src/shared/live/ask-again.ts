import type { QueryClient } from '@tanstack/react-query';
import type { TabEvent } from '../../../../bot/http/contract/events.ts';
import { questionKeys } from '../api/questions.ts';

/** Asks again what an event says has changed; everything, when it says something unknown. */
export function askAgain(client: QueryClient, event: TabEvent | undefined): void {
  const again = (queryKey?: readonly unknown[]) => void client.invalidateQueries({ queryKey });
  // How things stand for this person may follow from any change.
  if (event !== undefined) again(questionKeys.start);
  switch (event?.kind) {
    case undefined:
    case 'me':
      again();
      break;
    case 'leaderboard':
      again(questionKeys.leaderboard(event.categoryId));
      again(questionKeys.judges(event.categoryId));
      again(questionKeys.juryRoom(event.categoryId));
      again(questionKeys.allSheets);
      again(questionKeys.cutsOf(event.categoryId));
      break;
    case 'progress':
      again(questionKeys.progress);
      again(questionKeys.judgeList);
      // With one's own sheet in, one may read along.
      again(questionKeys.discussions);
      break;
    case 'sheet':
      again(questionKeys.sheet(event.submissionId));
      break;
    case 'submissions':
      again(questionKeys.submissionLists);
      again(questionKeys.submissions);
      break;
    case 'own-submissions':
      again(questionKeys.submissions);
      break;
    case 'discussion':
      again(questionKeys.discussion(event.submissionId));
      break;
    case 'cut':
      again(questionKeys.cut(event.roundId, event.categoryId));
      again(questionKeys.cuts);
      again(questionKeys.me);
      break;
    case 'feedback':
      again(questionKeys.feedback(event.roundId));
      break;
    case 'edition':
      again(questionKeys.editions);
      break;
    default:
      event satisfies never;
  }
}
