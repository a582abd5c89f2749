import type { Cut, CutLine } from '../../../../bot/http/contract/cut.ts';
import { Badge, Button } from '@fluentui/react-components';
import { Fragment, useState } from 'react';
import { chanceText, decimalText } from '../../shared/language/decimal-text.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { SubmissionName } from '../../shared/ui/submission-name.tsx';
import styles from './cut-table.module.css';
import { Decide } from './decide.tsx';
import { useSay } from './texts.ts';

/** The ranked list, with the line drawn in it where the scores have it. */
export function CutTable({ cut, name }: { cut: Cut; name: string }) {
  const say = useSay();
  const [deciding, setDeciding] = useState<string>();
  const last = cut.lines.findLastIndex(({ byScores }) => byScores === 'within');
  return (
    <ol className={styles.list} role="list" aria-label={say('table.label', { category: name })}>
      {cut.lines.map((line, index) => (
        <Fragment key={line.submission.id}>
          <li className={styles.row} data-side={line.side} data-differs={line.side !== line.byScores}>
            <Row line={line} cut={cut} />
            {cut.may.prepare && !line.isOwn && deciding !== line.submission.id && (
              <Button
                className={styles.button}
                size="small"
                onClick={() => setDeciding(line.submission.id)}
                aria-label={say('table.decideAbout', { title: line.submission.title })}
              >
                {say('table.decide')}
              </Button>
            )}
            {deciding === line.submission.id && (
              <Decide cut={cut} line={line} close={() => setDeciding(undefined)} />
            )}
          </li>
          {index === last && index < cut.lines.length - 1 && (
            <li className={styles.cut}>{say('table.line', { within: last + 1 })}</li>
          )}
        </Fragment>
      ))}
    </ol>
  );
}

function Row({ line, cut }: { line: CutLine; cut: Cut }) {
  const say = useSay();
  const { language } = useSpeech();
  const { rank, submission, side, byScores, because, isTied, isOwn } = line;
  const score = cut.how.decidedBy === 'calibrated' ? line.calibrated : line.fairMean;
  return (
    <>
      <span className={styles.rank}>
        <span className="visually-hidden">{say('table.rank')} </span>
        {rank ?? '–'}
      </span>
      <div className={styles.name}>
        <SubmissionName submission={submission} />
        {isTied && <p className={styles.note}>{say('table.tied')}</p>}
        <OnTheLine line={line} />
        {isOwn && cut.may.prepare && <p className={styles.note}>{say('table.own')}</p>}
      </div>
      <span className={styles.score}>
        <span className="visually-hidden">{say('table.score')} </span>
        {score === undefined ? say('table.noScore') : decimalText(language, score, 2)}
      </span>
      <span className={styles.side}>
        <span>{say(`side.${side}`)}</span>
        {because !== 'scores' && because !== 'tie' && (
          <Badge appearance={side === byScores ? 'outline' : 'filled'} color="brand">
            {say(`because.${because}`)}
          </Badge>
        )}
      </span>
    </>
  );
}

/** How firmly it stands there, for who asks. */
function OnTheLine({ line: { onTheLine } }: { line: CutLine }) {
  const say = useSay();
  const { language } = useSpeech();
  if (onTheLine === undefined) return null;
  const { interval, judgesLess, oneMoreJudge } = onTheLine;
  return (
    <details className={styles.near}>
      <summary>{say('near.summary')}</summary>
      <ul role="list">
        {interval !== undefined && <li>{say('near.interval', interval)}</li>}
        <li>{say('near.oneLess', { judges: judgesLess })}</li>
        {oneMoreJudge !== undefined && (
          <li>{say('near.oneMore', { chance: chanceText(language, oneMoreJudge) })}</li>
        )}
      </ul>
    </details>
  );
}
