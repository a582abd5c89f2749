import { useQuery } from '@tanstack/react-query';
import type { Judges } from '../../../../bot/http/contract/ranking.ts';
import { useApi } from '../../shared/api/api-context.ts';
import { askJudges } from '../../shared/api/questions.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { Remarkable } from './remarkable.tsx';
import { Section } from './section.tsx';
import { StrictnessTable } from './strictness-table.tsx';
import { useSay } from './texts.ts';

/** How strict each judge is beside the others and how sure that is, and the scores that stand out. */
export function Strictness({ categoryId }: { categoryId: string }) {
  const query = useQuery(askJudges(useApi(), categoryId));
  return (
    <Answer query={query} skeleton={<ListSkeleton rows={3} />}>
      {(judges) => (
        <>
          <JudgesSection judges={judges} />
          <Remarkable remarkable={judges.remarkable} />
        </>
      )}
    </Answer>
  );
}

function JudgesSection({ judges: { judges, isCurrent } }: { judges: Judges }) {
  const say = useSay();
  return (
    <Section
      title={say('strict.title')}
      hint={judges.length > 0 ? say('strict.hint') : say(isCurrent ? 'strict.none' : 'strict.working')}
    >
      {judges.length > 0 && <StrictnessTable judges={judges} />}
    </Section>
  );
}
