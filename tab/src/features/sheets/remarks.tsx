import type { Sheets } from '../../../../bot/http/contract/jury-room.ts';
import styles from './remarks.module.css';
import { useSheetNames } from './sheet-name.ts';
import { useSay } from './texts.ts';

interface Group {
  heading: string;
  remarks: { by: string; score?: number | 'not-assessable'; text: string }[];
}

/** What was written, for each criterion together, and over the whole. */
export function Remarks({ sheets: { criteria, sheets } }: { sheets: Sheets }) {
  const say = useSay();
  const names = useSheetNames(sheets);
  const groups = [
    ...criteria.map(({ id, name }): Group => ({
      heading: name,
      remarks: sheets.flatMap(({ scores }, index) => {
        const given = scores.find(({ criterionId }) => criterionId === id);
        if (given?.remark === undefined) return [];
        return [{ by: names[index] ?? '', score: given.score, text: given.remark }];
      }),
    })),
    {
      heading: say('sheets.overall'),
      remarks: sheets.flatMap(({ overallRemark }, index) =>
        overallRemark === undefined ? [] : [{ by: names[index] ?? '', text: overallRemark }],
      ),
    },
  ].filter(({ remarks }) => remarks.length > 0);
  return (
    <section aria-label={say('sheets.remarks')} className={styles.all}>
      <h3 className={styles.title}>{say('sheets.remarks')}</h3>
      {groups.length === 0 && <p className={styles.by}>{say('sheets.noRemarks')}</p>}
      {groups.map((group) => (
        <RemarkGroup key={group.heading} group={group} />
      ))}
    </section>
  );
}

function RemarkGroup({ group: { heading, remarks } }: { group: Group }) {
  const say = useSay();
  return (
    <div className={styles.group}>
      <h4 className={styles.heading}>{heading}</h4>
      <ul role="list" className={styles.list}>
        {remarks.map(({ by, score, text }, index) => (
          <li key={index}>
            <p className={styles.text}>{text}</p>
            <p className={styles.by}>
              {by}
              {score !== undefined &&
                ` · ${score === 'not-assessable' ? say('sheets.notAssessableLong') : score}`}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
