import type { Judges } from '../../../../bot/http/contract/ranking.ts';
import { decimalText } from '../../shared/language/decimal-text.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { StrictnessPlot } from './strictness-plot.tsx';
import styles from './strictness-table.module.css';
import { useSay } from './texts.ts';

type Judge = Judges['judges'][number];

/** Standard errors to either side of where it is with 95 % certainty. */
const sure = 1.96;

/** A judge with what is known of how strict they are, and between what it lies. */
interface Placed {
  judge: Judge;
  offset?: number;
  from?: number;
  to?: number;
}

/** The strictest first. The roles are written out as a grid layout takes them away. */
export function StrictnessTable({ judges }: { judges: readonly Judge[] }) {
  const say = useSay();
  const placed = judges.map(placedOf).sort((one, other) => (one.offset ?? 0) - (other.offset ?? 0));
  const reach = Math.max(0.5, ...placed.flatMap(({ offset = 0, from = offset, to = offset }) => [-from, to]));
  return (
    <table className={styles.table} role="table" aria-label={say('strict.title')}>
      <thead className={styles.head} role="rowgroup">
        <tr className={styles.row} role="row">
          <th role="columnheader">{say('strict.judge')}</th>
          <th role="columnheader">{say('strict.difference')}</th>
          <td role="cell">
            <div className={styles.ends} aria-hidden="true">
              <span>← {say('strict.stricter')}</span>
              <span>{say('strict.milder')} →</span>
            </div>
          </td>
          <th role="columnheader">{say('strict.order')}</th>
          <th role="columnheader">{say('strict.sheets')}</th>
        </tr>
      </thead>
      <tbody className={styles.body} role="rowgroup">
        {placed.map((each, index) => (
          <Row key={`${each.judge.name} ${index}`} placed={each} reach={reach} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ placed, reach }: { placed: Placed; reach: number }) {
  const say = useSay();
  const { language } = useSpeech();
  const { judge, offset, from, to } = placed;
  const { name, sheets, agreesWithOthers, comeIn, fallOut } = judge;
  const titles = (list: Judge['comeIn']) => ({ titles: list.map(({ title }) => title).join(', ') });
  return (
    <tr className={styles.row} role="row">
      <th className={styles.name} scope="row" role="rowheader">
        {name}
        {comeIn.length > 0 && <p className={styles.note}>{say('strict.comeIn', titles(comeIn))}</p>}
        {fallOut.length > 0 && <p className={styles.note}>{say('strict.fallOut', titles(fallOut))}</p>}
      </th>
      <td className={styles.difference} role="cell">
        <Difference placed={placed} />
      </td>
      <td className={styles.plot} role="cell">
        {offset !== undefined && (
          <StrictnessPlot offset={offset} from={from ?? offset} to={to ?? offset} reach={reach} />
        )}
      </td>
      <td className={styles.order} role="cell">
        <Label text={say('strict.order')} />
        {agreesWithOthers === undefined ? '–' : decimalText(language, agreesWithOthers, 2)}
      </td>
      <td className={styles.sheets} role="cell">
        <Label text={say('strict.sheets')} />
        {sheets}
      </td>
    </tr>
  );
}

function Difference({ placed: { offset, from, to } }: { placed: Placed }) {
  const say = useSay();
  const { language } = useSpeech();
  if (offset === undefined) return <span className={styles.unknown}>{say('strict.unknown')}</span>;
  const points = decimalText(language, Math.abs(offset), 1);
  const isSame = Math.abs(offset) < 0.05;
  return (
    <>
      <span className={styles.points}>
        {isSame
          ? say('strict.same')
          : `${say('strict.points', { points })} ${say(offset > 0 ? 'strict.milder' : 'strict.stricter')}`}
      </span>
      {from !== undefined && to !== undefined && (
        <span className={styles.within}>
          {say('strict.within', { from: signed(language, from), to: signed(language, to) })}
        </span>
      )}
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

function signed(language: 'nl' | 'en', value: number): string {
  const points = decimalText(language, Math.abs(value), 1);
  return value < 0 ? `−${points}` : `+${points}`;
}

function placedOf(judge: Judge): Placed {
  const { offset, standardError } = judge;
  // Without differences between judges there is nothing to be unsure of.
  if (offset === undefined || !standardError) return { judge, offset };
  return { judge, offset, from: offset - sure * standardError, to: offset + sure * standardError };
}
