import type { SubmissionDetail } from '../../../../bot/http/contract/submissions.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import { TeamsLink } from './teams-link.tsx';
import styles from './submission-detail-screen.module.css';
import { useSay } from './texts.ts';

/** Where one can go from here; what is done in the chat is done there. */
export function DetailActions({ detail }: { detail: SubmissionDetail }) {
  const say = useSay();
  const { submission, mine, may, post, chat } = detail;
  return (
    <p className={styles.actions}>
      {may.score && (
        <a href={hrefOf({ screen: 'score', submissionId: submission.id })}>{say('submission.score')}</a>
      )}
      {mine && may.change && (
        <TeamsLink link={withWords(chat, say('submission.changeWords', { number: submission.number }))}>
          {say('submission.change')}
        </TeamsLink>
      )}
      {mine && <TeamsLink link={chat}>{say('submission.chat')}</TeamsLink>}
      {post !== undefined && <TeamsLink link={post}>{say('submission.post')}</TeamsLink>}
      <button type="button" className={styles.print} onClick={() => window.print()}>
        {say('submission.print')}
      </button>
    </p>
  );
}

/** Has Teams put these words in the message box, to be sent. */
function withWords(chat: string, words: string): string {
  return `${chat}&message=${encodeURIComponent(words)}`;
}
