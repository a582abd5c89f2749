import { decimalText } from '../../shared/language/decimal-text.ts';
import { lastDayText, momentText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import type { CasePanesProps } from './case-panes.tsx';
import styles from './handed-in.module.css';
import { nextLeft } from './list-order.ts';
import { useSay } from './texts.ts';

/** That their sheet is in, what it says in one number, how far the others are, and the way on. */
export function HandedIn({ id, sheet: { known }, list }: Omit<CasePanesProps, 'desk'>) {
  const say = useSay();
  const { language, zone } = useSpeech();
  const { sheet, jury, round } = known;
  if (sheet?.status !== 'handed-in') return null;
  const { handedInAt = sheet.updatedAt, updatedAt, mean } = sheet;
  const next = round.phase === 'open' ? nextLeft(list.tasks, id) : undefined;
  const moment = momentText(language, updatedAt, zone);
  return (
    <div className={styles.box}>
      <p className={styles.when}>
        {say(handedInAt < updatedAt ? 'sheet.revisedAt' : 'sheet.handedInAt', { moment })}
      </p>
      <p>
        {mean === undefined
          ? say('sheet.noMean')
          : say('sheet.mean', { mean: decimalText(language, mean, 2) })}{' '}
        {jury !== undefined && say('sheet.jury', jury)}
      </p>
      {round.phase === 'open' && (
        <p className={styles.hint}>
          {say('sheet.mayChange', { day: lastDayText(language, round.closesAt, zone) })}
        </p>
      )}
      {next === undefined ? (
        <p data-handed-in tabIndex={-1}>
          {round.phase === 'open' && say('sheet.allDone')}
        </p>
      ) : (
        <a
          data-handed-in
          className={styles.next}
          href={hrefOf({ screen: 'score', submissionId: next.submission.id })}
        >
          {say('score.next')}: {next.submission.title}
        </a>
      )}
    </div>
  );
}
