import { useQuery } from '@tanstack/react-query';
import type { Discussion as Talk } from '../../../../bot/http/contract/discussion.ts';
import { useApi } from '../../shared/api/api-context.ts';
import { isRefusal } from '../../shared/api/api-error.ts';
import { askDiscussion } from '../../shared/api/questions.ts';
import { Trouble } from '../../shared/ui/trouble.tsx';
import styles from './discussion.module.css';
import { TalkList } from './talk-list.tsx';
import { TeamsLink } from './teams-link.tsx';
import { useSay } from './texts.ts';

/** What the jury says about a submission; nothing at all for who may not read along. */
export function Discussion({ submissionId }: { submissionId: string }) {
  const query = useQuery(askDiscussion(useApi(), submissionId));
  const { data, error, refetch, isFetching, dataUpdatedAt } = query;
  if (isRefusal(error)) return null;
  if (data === undefined) {
    return error === null ? null : <Trouble error={error} retry={refetch} retrying={isFetching} />;
  }
  return <DiscussionCard discussion={data} now={new Date(dataUpdatedAt)} />;
}

function DiscussionCard({ discussion, now }: { discussion: Talk; now: Date }) {
  const say = useSay();
  const { rounds } = discussion;
  return (
    <section className={styles.card} aria-labelledby="discussion">
      <div>
        <h2 className={styles.title} id="discussion">
          {say('discussion.title')}
        </h2>
        <p className={styles.hint}>{say(rounds.length > 0 ? 'discussion.hint' : 'discussion.noPost')}</p>
      </div>
      {rounds.map((round) => (
        <Round key={round.roundId} round={round} named={rounds.length > 1} now={now} />
      ))}
    </section>
  );
}

interface RoundProps {
  round: Talk['rounds'][number];
  /** Whether to say which round it is. */
  named: boolean;
  now: Date;
}

function Round({ round, named, now }: RoundProps) {
  const say = useSay();
  const { name, link, lines, complete } = round;
  return (
    <div className={styles.round}>
      {named && <h3 className={styles.heading}>{name}</h3>}
      {lines.length > 0 ? (
        <TalkList lines={lines} now={now} />
      ) : (
        <p className={styles.empty}>{say('discussion.empty')}</p>
      )}
      {!complete && <p className={styles.hint}>{say('discussion.incomplete')}</p>}
      {link !== undefined && <ThreadLink link={link} about={named ? name : undefined} />}
    </div>
  );
}

function ThreadLink({ link, about }: { link: string; about: string | undefined }) {
  const say = useSay();
  return (
    <p>
      <TeamsLink link={link}>
        {say('discussion.open')}
        {about !== undefined && <span className="visually-hidden">: {about}</span>}
      </TeamsLink>
    </p>
  );
}
