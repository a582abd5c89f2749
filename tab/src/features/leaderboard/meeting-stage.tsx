import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../shared/api/api-context.ts';
import { askLeaderboard } from '../../shared/api/questions.ts';
import { useStandingsCategory } from '../../shared/me/use-standings-category.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Stage } from './stage.tsx';
import { useSay } from './texts.ts';

/**
 * What somebody shared before a whole meeting. Each viewer loads it as themselves: who may not see the standings is told
 * so, and the server gives them none.
 */
export function MeetingStage() {
  const say = useSay();
  const { category } = useStandingsCategory();
  if (category === undefined) {
    return <Notice title={say('stage.notYours.title')} hint={say('stage.notYours.hint')} />;
  }
  return <StageOf key={category.id} category={category} />;
}

function StageOf({ category }: { category: { id: string; name: string } }) {
  const query = useQuery(askLeaderboard(useApi(), category.id));
  return (
    <Answer query={query} skeleton={<ListSkeleton />}>
      {(leaderboard) => <Stage category={category} leaderboard={leaderboard} />}
    </Answer>
  );
}
