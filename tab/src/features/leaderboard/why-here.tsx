import type { Ranking, StandingLine } from '../../../../bot/http/contract/ranking.ts';
import { chanceText, differenceText } from '../../shared/language/decimal-text.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import styles from './why-here.module.css';
import { useSay } from './texts.ts';

type Cut = NonNullable<Ranking['cut']>;

interface WhyHereProps {
  standing: StandingLine;
  cut: Cut | undefined;
}

/** Why a submission stands where it stands, and how sure that is, for who asks. */
export function WhyHere({ standing, cut }: WhyHereProps) {
  const say = useSay();
  const reasons = useReasons(standing, cut);
  if (reasons.length === 0) return null;
  return (
    <details className={styles.why}>
      <summary>{say('why.summary')}</summary>
      <ul role="list">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </details>
  );
}

function useReasons(standing: StandingLine, cut: Cut | undefined): string[] {
  const say = useSay();
  const { language } = useSpeech();
  const { rankInterval, first, within, abstained } = standing;
  const chance = (value: number) => chanceText(language, value);
  return [
    ...useAbove(standing),
    ...(rankInterval === undefined
      ? []
      : [
          say('why.interval', {
            ...rankInterval,
            same: rankInterval.from === rankInterval.to ? 'yes' : 'no',
          }),
        ]),
    ...(first === undefined ? [] : [say('why.first', { chance: chance(first) })]),
    ...(within === undefined || cut === undefined
      ? []
      : [say('why.within', { chance: chance(within), size: cut.size })]),
    ...useOnTheLine(standing, cut),
    ...(abstained > 0 ? [say('why.abstained', { count: abstained })] : []),
  ];
}

function useAbove({ aboveNext }: StandingLine): string[] {
  const say = useSay();
  const { language } = useSpeech();
  const by = (difference: number) => ({ difference: differenceText(language, difference) });
  switch (aboveNext?.by) {
    case undefined:
      return [];
    case 'calibrated':
      return [say('why.calibrated', by(aboveNext.difference))];
    case 'fair-mean':
      return [say('why.fairMean', by(aboveNext.difference))];
    case 'median':
      return [say('why.median', by(aboveNext.difference))];
    case 'criterion':
      return [say('why.criterion', { ...by(aboveNext.difference), name: aboveNext.name })];
    case 'equal':
      return [say('why.equal')];
    case 'not-scored':
      return [say('why.notScored')];
    default:
      return aboveNext satisfies never;
  }
}

function useOnTheLine({ submission }: StandingLine, cut: Cut | undefined): string[] {
  const say = useSay();
  const { language } = useSpeech();
  const line = cut?.onTheLine.find(({ submissionId }) => submissionId === submission.id);
  if (cut === undefined || line === undefined) return [];
  const { judgesLess, oneMoreJudge } = line;
  return [
    ...(cut.tied.includes(submission.id) ? [say('why.tied')] : []),
    ...(judgesLess > 0 ? [say('why.oneLess', { judges: judgesLess })] : []),
    ...(oneMoreJudge === undefined
      ? []
      : [say('why.oneMore', { chance: chanceText(language, oneMoreJudge) })]),
  ];
}
