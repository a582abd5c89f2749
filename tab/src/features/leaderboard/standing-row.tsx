import { Badge } from '@fluentui/react-components';
import type { Ranking, StandingLine } from '../../../../bot/http/contract/ranking.ts';
import { decimalText } from '../../shared/language/decimal-text.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { useMe } from '../../shared/me/me-context.ts';
import { scaleOf } from '../../shared/me/scale-of.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import { useRoute } from '../../shared/navigation/use-route.ts';
import { MeanBar } from '../../shared/ui/mean-bar.tsx';
import { SubmissionName } from '../../shared/ui/submission-name.tsx';
import { RankPlot } from './rank-plot.tsx';
import styles from './standing-row.module.css';
import { WhyHere } from './why-here.tsx';
import { useSay } from './texts.ts';

interface StandingRowProps {
  standing: StandingLine;
  ranking: Ranking | undefined;
  /** How many ranks there are; absent while no submission has a calibrated score: then there is no column for it. */
  ranks: number | undefined;
}

export function StandingRow({ standing, ranking, ranks }: StandingRowProps) {
  const say = useSay();
  const { submission } = standing;
  const cut = ranking?.isCurrent === true ? ranking.cut : undefined;
  const isOnTheLine = cut?.onTheLine.some(({ submissionId }) => submissionId === submission.id) === true;
  return (
    <tr className={styles.row} role="row" data-glide={submission.id}>
      <td className={styles.rank} role="cell">
        <Rank standing={standing} />
      </td>
      <th className={styles.name} role="rowheader" scope="row">
        <SubmissionName submission={submission} />
        {isOnTheLine && (
          <Badge className={styles.onTheLine} size="medium" appearance="outline" color="important">
            {say('leaderboard.onTheLine')}
          </Badge>
        )}
        <WhyHere standing={standing} cut={cut} />
      </th>
      <td className={styles.mean} role="cell">
        <Mean standing={standing} decides={ranking?.decidedBy !== 'calibrated'} />
      </td>
      {ranks !== undefined && (
        <>
          <td className={styles.calibrated} role="cell">
            <Calibrated standing={standing} decides={ranking?.decidedBy === 'calibrated'} />
          </td>
          <td className={styles.interval} role="cell">
            <Interval standing={standing} ranks={ranks} />
          </td>
        </>
      )}
      <td className={styles.judged} role="cell">
        <Judged standing={standing} />
      </td>
    </tr>
  );
}

/** How many judged; for who may read them, the way to the sheets. */
function Judged({ standing: { submission, handedIn, judges } }: { standing: StandingLine }) {
  const say = useSay();
  const route = useRoute();
  const text = say('leaderboard.judgedOf', { handedIn, judges });
  if (!useMe().may.juryRoom || handedIn === 0) return <>{text}</>;
  return (
    <a
      href={hrefOf({ ...route, screen: 'leaderboard', submissionId: submission.id, at: 'sheets' })}
      title={say('leaderboard.readSheets', { title: submission.title })}
    >
      {text}
    </a>
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

function Mean({ standing: { fairMean }, decides }: { standing: StandingLine; decides: boolean }) {
  const say = useSay();
  const { language } = useSpeech();
  const scale = scaleOf(useMe());
  if (fairMean === undefined) return <span className={styles.none}>{say('leaderboard.noMean')}</span>;
  return (
    <>
      <Label text={say('leaderboard.mean')} />
      <span className={decides ? styles.decisive : styles.figure}>{decimalText(language, fairMean, 2)}</span>
      <MeanBar mean={fairMean} scale={scale} />
    </>
  );
}

function Calibrated({ standing: { calibrated }, decides }: { standing: StandingLine; decides: boolean }) {
  const say = useSay();
  const { language } = useSpeech();
  if (calibrated === undefined) return null;
  return (
    <>
      <Label text={say('leaderboard.calibrated')} />
      <span className={decides ? styles.decisive : styles.figure}>
        {decimalText(language, calibrated.score, 2)}
      </span>
    </>
  );
}

function Interval({ standing: { rankInterval, rank }, ranks }: { standing: StandingLine; ranks: number }) {
  const say = useSay();
  if (rankInterval === undefined) return null;
  const { from, to } = rankInterval;
  return (
    <>
      <Label text={say('leaderboard.interval')} />
      <span className={styles.figure}>
        {say('leaderboard.intervalOf', { from, to, same: from === to ? 'yes' : 'no' })}
      </span>
      <RankPlot interval={rankInterval} rank={rank} ranks={ranks} />
    </>
  );
}

/** What the figure is, where there is no room for a row of heads; who hears the table hears those. */
function Label({ text }: { text: string }) {
  return (
    <span className={styles.label} aria-hidden="true">
      {text}
    </span>
  );
}
