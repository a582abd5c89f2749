import { useQuery } from '@tanstack/react-query';
import type { Progress } from '../../../../bot/http/contract/progress.ts';
import { useApi } from '../../shared/api/api-context.ts';
import { askProgress } from '../../shared/api/questions.ts';
import { useMe } from '../../shared/me/me-context.ts';
import { ScreenHead } from '../../shared/ui/screen-head.tsx';
import { CategoryProgress } from './category-progress.tsx';
import { countProgress } from './count-progress.ts';
import { EmptyPart, PartAnswer } from './part-answer.tsx';
import { useSay } from './texts.ts';

/** How far judging is of each submission; for a judge also what is left to do. */
export function SubmissionsPart() {
  const query = useQuery(askProgress(useApi()));
  return <PartAnswer query={query}>{({ lines }) => <ProgressLists lines={lines} />}</PartAnswer>;
}

function ProgressLists({ lines }: Pick<Progress, 'lines'>) {
  const say = useSay();
  const categories = useMe().edition?.categories ?? [];
  if (lines.length === 0) {
    return <EmptyPart title={say('progress.empty.title')} hint={say('progress.empty.hint')} />;
  }
  const { own, all } = countProgress(lines);
  const line =
    own === undefined
      ? say('progress.all', all)
      : say(own.total > 0 && own.done === own.total ? 'progress.ownDone' : 'progress.own', own);
  return (
    <>
      <ScreenHead title={say('progress.title')} line={line} />
      {categories.map(({ id, name }) => (
        <CategoryProgress
          key={id}
          name={name}
          lines={lines.filter(({ submission }) => submission.categoryId === id)}
        />
      ))}
    </>
  );
}
