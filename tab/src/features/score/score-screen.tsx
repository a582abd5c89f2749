import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../shared/api/api-context.ts';
import { useRoute } from '../../shared/navigation/use-route.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { ScreenHead } from '../../shared/ui/screen-head.tsx';
import { CaseScreen } from './case-screen.tsx';
import { useDesk } from './desk/use-desk.ts';
import { JudgeListView } from './judge-list.tsx';
import { askJudgeList } from './questions.ts';
import { useSay } from './texts.ts';

/** A judge's list; or one submission of it, with its text and their sheet side by side. */
export function ScoreScreen() {
  const say = useSay();
  const { submissionId } = useRoute();
  const desk = useDesk();
  const query = useQuery(askJudgeList(useApi()));
  return (
    <Answer
      query={query}
      skeleton={
        <>
          <ScreenHead title={say('score.title')} />
          <ListSkeleton />
        </>
      }
    >
      {(list) =>
        submissionId === undefined ? (
          <JudgeListView list={list} />
        ) : (
          <CaseScreen key={submissionId} id={submissionId} list={list} desk={desk} />
        )
      }
    </Answer>
  );
}
