import type { OwnFeedback } from '../../../../bot/http/contract/feedback.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useApi } from '../../shared/api/api-context.ts';
import type { Api } from '../../shared/api/create-api.ts';
import { askStart, questionKeys } from '../../shared/api/questions.ts';
import { dayText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import styles from './heard-feedback.module.css';
import { useSay } from './texts.ts';

const askOwnFeedback = (api: Api, submissionId: string) =>
  queryOptions({
    queryKey: questionKeys.ownFeedback(submissionId),
    queryFn: ({ signal }) =>
      api.get<OwnFeedback>(`/submissions/${encodeURIComponent(submissionId)}/feedback`, signal),
  });

/** What its submitter heard of each round, once that was sent; nothing for anybody else. */
export function HeardFeedback({ submissionId }: { submissionId: string }) {
  const api = useApi();
  const own = useQuery(askStart(api)).data?.own ?? [];
  const isOwn = own.some(({ submission }) => submission.id === submissionId);
  const { data } = useQuery({ ...askOwnFeedback(api, submissionId), enabled: isOwn });
  return data?.rounds.map((round) => <Heard key={round.roundId} heard={round} />);
}

function Heard({ heard: { round, words, remarks, sentAt } }: { heard: OwnFeedback['rounds'][number] }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  return (
    <section className={styles.heard}>
      <h3>{say('heard.title', { round })}</h3>
      <p className={styles.when}>{dayText(language, sentAt, zone)}</p>
      {words
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, place) => (
          <p key={place}>{line}</p>
        ))}
      {remarks.length > 0 && <h4>{say('heard.remarks')}</h4>}
      <ul className={styles.remarks} role="list">
        {remarks.map(({ about, text }, place) => (
          <li key={place}>
            {about !== undefined && <strong>{about}: </strong>}
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
