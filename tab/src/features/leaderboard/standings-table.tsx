import type { StandingLine } from '../../../../bot/http/contract.ts';
import { decimalText } from '../../shared/language/decimal-text.ts';
import { useSay, useSpeech } from '../../shared/language/speech.ts';
import { useMe } from '../../shared/me/me-context.ts';
import { scaleOf } from '../../shared/me/scale-of.ts';
import { MeanBar } from '../../shared/ui/mean-bar.tsx';
import { SubmissionName } from '../../shared/ui/submission-name.tsx';
import { useGlide } from '../../shared/ui/use-glide.ts';
import styles from './standings-table.module.css';

interface StandingsTableProps {
  caption: string;
  standings: readonly StandingLine[];
}

/** A ranking whose rows glide to their new places. The roles are written out as a grid layout takes them away. */
export function StandingsTable({ caption, standings }: StandingsTableProps) {
  const say = useSay();
  const body = useGlide<HTMLTableSectionElement>();
  return (
    <>
      <table className={styles.table} role="table" aria-label={caption}>
        <thead className={styles.head} role="rowgroup">
          <tr className={styles.heads} role="row">
            <th role="columnheader">{say('leaderboard.rank')}</th>
            <th role="columnheader">{say('leaderboard.submission')}</th>
            <th role="columnheader">{say('leaderboard.mean')}</th>
            <th role="columnheader">{say('leaderboard.judged')}</th>
          </tr>
        </thead>
        <tbody className={styles.body} role="rowgroup" ref={body}>
          {standings.map((standing) => (
            <StandingRow key={standing.submission.id} standing={standing} />
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{say('leaderboard.meanHint')}</p>
    </>
  );
}

function StandingRow({ standing }: { standing: StandingLine }) {
  const say = useSay();
  const { submission, handedIn, judges } = standing;
  return (
    <tr className={styles.row} role="row" data-glide={submission.id}>
      <td className={styles.rank} role="cell">
        <Rank standing={standing} />
      </td>
      <th className={styles.name} role="rowheader" scope="row">
        <SubmissionName submission={submission} />
      </th>
      <td className={styles.mean} role="cell">
        <Mean mean={standing.fairMean} />
      </td>
      <td className={styles.judged} role="cell">
        {say('leaderboard.judgedOf', { handedIn, judges })}
      </td>
    </tr>
  );
}

function Rank({ standing: { rank, shared } }: { standing: StandingLine }) {
  const say = useSay();
  if (rank === undefined) {
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{say('leaderboard.noRank')}</span>
      </>
    );
  }
  return (
    <>
      <span>{rank}</span>
      {shared && <span className={styles.shared}>{say('leaderboard.shared')}</span>}
    </>
  );
}

function Mean({ mean }: { mean: number | undefined }) {
  const say = useSay();
  const { language } = useSpeech();
  const scale = scaleOf(useMe());
  if (mean === undefined) return <span className={styles.none}>{say('leaderboard.noMean')}</span>;
  return (
    <>
      <span className={styles.figure}>{decimalText(language, mean)}</span>
      <MeanBar mean={mean} scale={scale} />
    </>
  );
}
