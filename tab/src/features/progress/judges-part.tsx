import { useQuery } from '@tanstack/react-query';
import type { JudgesProgress } from '../../../../bot/http/contract/progress.ts';
import { useApi } from '../../shared/api/api-context.ts';
import { dayText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { useMe } from '../../shared/me/me-context.ts';
import { ScreenHead } from '../../shared/ui/screen-head.tsx';
import { CategoryCounts } from './category-counts.tsx';
import { JudgesList } from './judges-list.tsx';
import styles from './judges-part.module.css';
import { askJudgesProgress } from './questions.ts';
import { EmptyPart, PartAnswer } from './part-answer.tsx';
import { useSay } from './texts.ts';

/** How far each judge is, the late ones first; an organiser has them reminded from here. */
export function JudgesPart() {
  const query = useQuery(askJudgesProgress(useApi()));
  return <PartAnswer query={query}>{(progress) => <Judges progress={progress} />}</PartAnswer>;
}

function Judges({ progress }: { progress: JudgesProgress }) {
  const say = useSay();
  const line = useLine(progress);
  if (progress.judges.length === 0) {
    return <EmptyPart title={say('judges.empty.title')} hint={say('judges.empty.hint')} />;
  }
  return (
    <>
      <ScreenHead title={say('progress.title')} line={line} />
      <div className={styles.part}>
        <CategoryCounts categories={progress.categories} />
        <JudgesList progress={progress} />
      </div>
    </>
  );
}

function useLine({ roundPhase, judges }: JudgesProgress): string | undefined {
  const say = useSay();
  const { language, zone } = useSpeech();
  const { round } = useMe();
  const late = judges.filter(({ left }) => left > 0).length;
  switch (roundPhase) {
    case 'before':
      return round && say('judges.before', { day: dayText(language, round.opensAt, zone) });
    case 'open':
      return say('judges.open', { late, judges: judges.length });
    case 'closed':
      return say('judges.closed', { late, judges: judges.length });
    default:
      return roundPhase satisfies never;
  }
}
