import { useId } from 'react';
import type { StandingLine } from '../../../../bot/http/contract/ranking.ts';
import { decimalText } from '../../shared/language/decimal-text.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { SubmissionName } from '../../shared/ui/submission-name.tsx';
import { useGlide } from '../../shared/ui/use-glide.ts';
import styles from './category-shortlist.module.css';
import { sharedRanks } from './shared-ranks.ts';
import { useSay } from './texts.ts';

interface CategoryShortlistProps {
  name: string;
  /** How many go on. */
  size: number;
  standings: readonly StandingLine[];
  /** There are scores, and they do not put the submissions in order. */
  isUndecided: boolean;
}

export function CategoryShortlist({ name, size, standings, isUndecided }: CategoryShortlistProps) {
  const say = useSay();
  const heading = useId();
  const list = useGlide<HTMLOListElement>();
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <div className={styles.head}>
        <h3 className={styles.name} id={heading}>
          {name}
        </h3>
        <p className={styles.count}>{say('shortlist.count', { count: standings.length })}</p>
      </div>
      {standings.length === 0 ? (
        <p className={styles.empty}>{say(isUndecided ? 'shortlist.undecided' : 'shortlist.empty')}</p>
      ) : (
        <ol role="list" ref={list}>
          {standings.map((standing) => (
            <ShortlistLine key={standing.submission.id} standing={standing} />
          ))}
        </ol>
      )}
      <Ties size={size} standings={standings} />
    </section>
  );
}

function ShortlistLine({ standing }: { standing: StandingLine }) {
  const say = useSay();
  const { language } = useSpeech();
  const { rank, fairMean, submission } = standing;
  return (
    <li className={styles.line} data-glide={submission.id}>
      <span className={styles.rank}>
        <span className="visually-hidden">{say('shortlist.rank')} </span>
        {rank}
      </span>
      <SubmissionName submission={submission} />
      <span className={styles.mean}>
        <span className="visually-hidden">{say('shortlist.mean')} </span>
        {fairMean === undefined ? '–' : decimalText(language, fairMean)}
      </span>
    </li>
  );
}

/** Why the list is as it is where ranks are shared. */
function Ties({ size, standings }: Pick<CategoryShortlistProps, 'size' | 'standings'>) {
  const say = useSay();
  const ties = sharedRanks(standings);
  if (ties.length === 0) return null;
  return (
    <div className={styles.ties}>
      {ties.map(({ rank, count }) => (
        <p key={rank}>{say('shortlist.tie', { rank, count })}</p>
      ))}
      {standings.length > size && <p>{say('shortlist.more', { count: standings.length, size })}</p>}
    </div>
  );
}
