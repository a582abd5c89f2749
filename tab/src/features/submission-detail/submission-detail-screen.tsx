import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../shared/api/api-context.ts';
import { askSubmission } from '../../shared/api/questions.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { DetailBar } from './detail-bar.tsx';
import { DetailCard } from './detail-card.tsx';
import { Discussion } from './discussion.tsx';
import { History } from './history.tsx';
import { SentFeedback } from './sent-feedback.tsx';

/** One submission in full, with the way back and what is beside it. */
export function SubmissionDetailScreen({ id }: { id: string }) {
  const query = useQuery(askSubmission(useApi(), id));
  return (
    <>
      <DetailBar id={id} />
      <Answer query={query} skeleton={<ListSkeleton rows={3} />}>
        {(detail) => (
          <>
            <DetailCard detail={detail} />
            {detail.feedback.map((feedback) => (
              <SentFeedback key={feedback.roundId} feedback={feedback} />
            ))}
            <Discussion submissionId={id} />
            {detail.may.history && <History submissionId={id} />}
          </>
        )}
      </Answer>
    </>
  );
}
