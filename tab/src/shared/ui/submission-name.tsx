import type { SubmissionLine } from '../../../../bot/http/contract/parts.ts';
import { useSay } from '../language/speech.ts';
import { useMe } from '../me/me-context.ts';
import { hrefOf } from '../navigation/route.ts';
import { useRoute } from '../navigation/use-route.ts';
import { Badge } from './badge.tsx';
import styles from './submission-name.module.css';

interface SubmissionNameProps {
  submission: SubmissionLine;
  /** Whether the submission can be opened. */
  open?: boolean;
}

/** A submission in a list: its title, which opens it, and whose it is. */
export function SubmissionName({ submission, open = true }: SubmissionNameProps) {
  const say = useSay();
  const route = useRoute();
  const { id, title, participant, number } = submission;
  const { edition } = useMe();
  // An example edition says so at its head.
  const marked = submission.example && edition?.example !== true;
  return (
    <div className={styles.name}>
      <div className={styles.title}>
        {open ? (
          <a id={linkIdOf(id)} href={hrefOf({ ...route, submissionId: id })}>
            {title}
          </a>
        ) : (
          title
        )}
      </div>
      <div className={styles.facts}>
        {participant} · <span className={styles.number}>{number}</span>{' '}
        {marked && (
          <Badge size="small" appearance="outline" color="informative">
            {say('submission.example')}
          </Badge>
        )}
      </div>
    </div>
  );
}

/** Where focus comes back to when the submission is closed. */
export function linkIdOf(submissionId: string): string {
  return `open-${submissionId}`;
}
