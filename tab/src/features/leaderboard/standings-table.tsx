import { Button } from '@fluentui/react-components';
import { Fragment, useState } from 'react';
import type { Leaderboard } from '../../../../bot/http/contract/ranking.ts';
import { useMe } from '../../shared/me/me-context.ts';
import { useGlide } from '../../shared/ui/use-glide.ts';
import type { CutLine } from './cut-line.ts';
import { cutLineOf } from './cut-line.ts';
import { StandingRow } from './standing-row.tsx';
import styles from './standings-table.module.css';
import { useSay } from './texts.ts';

interface StandingsTableProps {
  caption: string;
  leaderboard: Leaderboard;
}

/** As many rows as anybody reads at once; a category can have thousands. */
const pageSize = 100;
/** What stands just below the line is always there. */
const beyondTheLine = 20;

/** A ranking whose rows glide to their new places. The roles are written out as a grid layout takes them away. */
export function StandingsTable({ caption, leaderboard }: StandingsTableProps) {
  const say = useSay();
  const [asked, setAsked] = useState(pageSize);
  const body = useGlide<HTMLTableSectionElement>();
  const { round } = useMe();
  const { standings, ranking } = leaderboard;
  const isCalibrated = standings.some(({ calibrated }) => calibrated !== undefined);
  const ranks = standings.filter(({ handedIn }) => handedIn > 0).length;
  const line = cutLineOf(leaderboard, round?.shortlistSize ?? 0);
  const shown = Math.min(standings.length, Math.max(asked, (line?.above ?? 0) + beyondTheLine));
  return (
    <>
      <table
        className={`${styles.table} ${isCalibrated ? styles.calibrated : ''}`}
        role="table"
        aria-label={caption}
      >
        <thead className={styles.head} role="rowgroup">
          <Heads isCalibrated={isCalibrated} decidedBy={ranking?.decidedBy} />
        </thead>
        <tbody className={styles.body} role="rowgroup" ref={body}>
          {standings.slice(0, shown).map((standing, index) => (
            <Fragment key={standing.submission.id}>
              <StandingRow standing={standing} ranking={ranking} ranks={isCalibrated ? ranks : undefined} />
              {line?.above === index + 1 && <CutRow line={line} columns={isCalibrated ? 6 : 4} />}
            </Fragment>
          ))}
        </tbody>
      </table>
      {shown < standings.length && (
        <div className={styles.more}>
          <span>{say('leaderboard.shownOf', { shown, all: standings.length })}</span>
          <Button onClick={() => setAsked(shown + pageSize)}>
            {say('leaderboard.more', { count: Math.min(pageSize, standings.length - shown) })}
          </Button>
        </div>
      )}
    </>
  );
}

function Heads({ isCalibrated, decidedBy }: { isCalibrated: boolean; decidedBy: string | undefined }) {
  const say = useSay();
  const decides = <span className={styles.decides}>{say('leaderboard.decides')}</span>;
  return (
    <tr className={styles.heads} role="row">
      <th role="columnheader">{say('leaderboard.rank')}</th>
      <th role="columnheader">{say('leaderboard.submission')}</th>
      <th role="columnheader">
        {say('leaderboard.mean')} {isCalibrated && decidedBy === 'fair-mean' && decides}
      </th>
      {isCalibrated && (
        <>
          <th role="columnheader">
            {say('leaderboard.calibrated')} {decidedBy === 'calibrated' && decides}
          </th>
          <th role="columnheader">{say('leaderboard.interval')}</th>
        </>
      )}
      <th role="columnheader">{say('leaderboard.judged')}</th>
    </tr>
  );
}

function CutRow({ line: { within, tied, places }, columns }: { line: CutLine; columns: number }) {
  const say = useSay();
  return (
    <tr className={styles.cut} role="row">
      <td role="cell" aria-colspan={columns}>
        {tied === 0
          ? say('leaderboard.cut', { count: within })
          : say('leaderboard.cutTied', { count: tied, places })}
      </td>
    </tr>
  );
}
