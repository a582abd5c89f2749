import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../shared/api/api-context.ts';
import { askSubmission } from '../../shared/api/questions.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import { useRoute } from '../../shared/navigation/use-route.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { DetailCard } from './detail-card.tsx';
import { Discussion } from './discussion.tsx';
import { HeardFeedback } from './heard-feedback.tsx';
import styles from './submission-detail-screen.module.css';
import { useSay } from './texts.ts';

/** One submission in full, with the way back. */
export function SubmissionDetailScreen({ id }: { id: string }) {
  const say = useSay();
  const route = useRoute();
  const query = useQuery(askSubmission(useApi(), id));
  return (
    <>
      <a className={styles.back} href={hrefOf({ ...route, submissionId: undefined })}>
        <span aria-hidden="true">←</span> {say('submission.back')}
      </a>
      <Answer query={query} skeleton={<ListSkeleton rows={3} />}>
        {(detail) => (
          <>
            <DetailCard detail={detail} />
            <HeardFeedback submissionId={id} />
            <Discussion submissionId={id} />
          </>
        )}
      </Answer>
    </>
  );
}
