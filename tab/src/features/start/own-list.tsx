import type { Start } from '../../../../bot/http/contract/start.ts';
import { dayText, lastDayText, momentText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { SubmissionName } from '../../shared/ui/submission-name.tsx';
import styles from './own-list.module.css';
import { useSay } from './texts.ts';

type Own = Start['own'][number];

/** What this person handed in, newest first: how far it is, and what happens next. */
export function OwnList({ own, now }: { own: readonly Own[]; now: string }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  const stageText = useStageText(now);
  return (
    <ul className={styles.list} role="list">
      {own.map((each) => (
        <li key={each.submission.id} className={styles.own}>
          <SubmissionName submission={each.submission} />
          <Badge appearance="tint" color={each.status === 'submitted' ? 'success' : 'informative'}>
            {say(`status.${each.status}`)}
          </Badge>
          <p className={styles.stage}>{stageText(each)}</p>
          {each.feedbackAt !== undefined && (
            <p className={styles.feedback}>
              {say('own.feedback', { day: dayText(language, each.feedbackAt, zone) })}
            </p>
          )}
          <p className={styles.facts}>
            {each.categoryName} ·{' '}
            {say('own.submitted', { moment: momentText(language, each.submittedAt, zone) })}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** How far a submission is, in plain words. */
function useStageText(now: string): (own: Own) => string {
  const say = useSay();
  const { language, zone } = useSpeech();
  return ({ stage, until }) => {
    const day = until === undefined ? '' : lastDayText(language, until, zone);
    const mayPutBack = stage === 'withdrawn' && until !== undefined && until > now;
    return say(mayPutBack ? 'own.stage.withdrawn.open' : `own.stage.${stage}`, { day });
  };
}
