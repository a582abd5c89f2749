import type { TalkLine } from '../../../../bot/http/contract/discussion.ts';
import { momentText, recentText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import styles from './discussion.module.css';
import { useSay } from './texts.ts';

/** What people said, oldest first; what comes while one looks is said politely to a screen reader. */
export function TalkList({ lines, now }: { lines: readonly TalkLine[]; now: Date }) {
  const say = useSay();
  return (
    <div role="log" aria-label={say('discussion.title')}>
      <ol className={styles.lines} role="list">
        {lines.map((line) => (
          <li key={line.id} className={`${styles.line} ${line.mine ? styles.mine : ''}`}>
            <Head line={line} now={now} />
            <Body line={line} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Head({ line, now }: { line: TalkLine; now: Date }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  const { author, mine, at, edited, deleted } = line;
  return (
    <p className={styles.head}>
      <span className={styles.author}>
        {author} {mine && say('discussion.mine')}
      </span>{' '}
      <time dateTime={at} title={momentText(language, at, zone)}>
        {recentText(language, at, zone, now)}
      </time>
      {edited && !deleted && <span> · {say('discussion.edited')}</span>}
    </p>
  );
}

function Body({ line }: { line: TalkLine }) {
  const say = useSay();
  const { text, deleted, cut, attachment } = line;
  if (deleted) return <p className={styles.gone}>{say('discussion.deleted')}</p>;
  return (
    <>
      {text !== '' && (
        <p className={styles.text}>
          {text}
          {cut && ' …'}
        </p>
      )}
      {cut && <p className={styles.hint}>{say('discussion.cut')}</p>}
      {attachment && <p className={styles.hint}>{say('discussion.attachment')}</p>}
      {text === '' && !attachment && <p className={styles.hint}>{say('discussion.noText')}</p>}
    </>
  );
}
