import type { Sheets } from '../../../../bot/http/contract/jury-room.ts';
import { percentText, decimalText } from '../../shared/language/decimal-text.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import styles from './scores-table.module.css';
import { useSheetNames } from './sheet-name.ts';
import { useSay } from './texts.ts';

type Sheet = Sheets['sheets'][number];

/** Each judge's scores per criterion. The roles are written out as a grid layout takes them away. */
export function ScoresTable({ sheets: { criteria, sheets } }: { sheets: Sheets }) {
  const say = useSay();
  const { language } = useSpeech();
  const names = useSheetNames(sheets);
  return (
    <table
      className={styles.table}
      role="table"
      aria-label={say('sheets.title')}
      style={{ '--criteria': criteria.length } as React.CSSProperties}
    >
      <thead className={styles.head} role="rowgroup">
        <tr className={styles.row} role="row">
          <th role="columnheader">{say('sheets.judge')}</th>
          {criteria.map(({ id, name, share }) => (
            <th key={id} role="columnheader">
              {name}
              <span className={styles.weight}>
                {say('sheets.weight', { share: percentText(language, share) })}
              </span>
            </th>
          ))}
          <th role="columnheader">{say('sheets.mean')}</th>
        </tr>
      </thead>
      <tbody className={styles.body} role="rowgroup">
        {sheets.map((sheet, index) => (
          <tr key={`${names[index]} ${index}`} className={styles.row} role="row">
            <th className={styles.name} role="rowheader" scope="row">
              {names[index]}
            </th>
            {criteria.map(({ id, name }) => (
              <td key={id} role="cell" className={styles.cell}>
                <Label text={name} />
                <ScoreText sheet={sheet} criterionId={id} />
              </td>
            ))}
            <td role="cell" className={styles.mean}>
              <Label text={say('sheets.mean')} />
              {sheet.mean === undefined ? '–' : decimalText(language, sheet.mean, 2)}
            </td>
          </tr>
        ))}
        {sheets.length > 1 && (
          <tr className={`${styles.row} ${styles.all}`} role="row">
            <th className={styles.name} role="rowheader" scope="row">
              {say('sheets.all')}
            </th>
            {criteria.map(({ id, name }) => (
              <td key={id} role="cell" className={styles.cell}>
                <Label text={name} />
                <MeanText values={sheets.map((sheet) => scoreOf(sheet, id))} />
              </td>
            ))}
            <td role="cell" className={styles.mean}>
              <Label text={say('sheets.mean')} />
              <MeanText values={sheets.map(({ mean }) => mean)} digits={2} />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function ScoreText({ sheet, criterionId }: { sheet: Sheet; criterionId: string }) {
  const say = useSay();
  const score = scoreOf(sheet, criterionId);
  if (score !== 'not-assessable') return <span className={styles.score}>{score ?? '–'}</span>;
  return (
    <>
      <span aria-hidden="true" className={styles.none}>
        {say('sheets.notAssessable')}
      </span>
      <span className="visually-hidden">{say('sheets.notAssessableLong')}</span>
    </>
  );
}

function MeanText({ values, digits = 1 }: { values: readonly unknown[]; digits?: number }) {
  const { language } = useSpeech();
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === 0) return <>–</>;
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  return <>{decimalText(language, mean, digits)}</>;
}

/** What the figure is, where there is no room for a row of heads; who hears the table hears those. */
function Label({ text }: { text: string }) {
  return (
    <span className={styles.label} aria-hidden="true">
      {text}
    </span>
  );
}

function scoreOf({ scores }: Sheet, criterionId: string): number | 'not-assessable' | undefined {
  return scores.find((each) => each.criterionId === criterionId)?.score;
}
