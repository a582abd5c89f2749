import { useId, useRef, useState } from 'react';
import { AbstainForm } from './abstain-form.tsx';
import type { CasePanesProps } from './case-panes.tsx';
import { CriterionField } from './criterion-field.tsx';
import type { Content } from './desk/content.ts';
import { missingIn } from './desk/content.ts';
import { HandedIn } from './handed-in.tsx';
import { RemarkField } from './remark-field.tsx';
import { SheetFoot } from './sheet-foot.tsx';
import styles from './sheet-form.module.css';
import { SheetNotice } from './sheet-notice.tsx';
import { ScoreKeys } from './score-keys.tsx';
import { useSay } from './texts.ts';

/** A judge's own sheet: what is on the card too, with a draft that is kept by itself. */
export function SheetForm({ id, sheet, list, desk }: CasePanesProps) {
  const say = useSay();
  const heading = useId();
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const { known, content, chosenHere } = sheet;
  const { criteria, scale, phase } = known.round;
  const locked = phase !== 'open';
  const missing = missingIn(content, known.round);
  const change = (part: Partial<Content>) => desk.type(id, { ...content, ...part });
  const handIn = async () => {
    setTried(true);
    const [first] = missing;
    if (first !== undefined) {
      form.current?.querySelector<HTMLElement>(`[data-criterion="${first.id}"] input`)?.focus();
      return;
    }
    if (await desk.handIn(id)) form.current?.querySelector<HTMLElement>('[data-handed-in]')?.focus();
  };
  return (
    <form
      className={styles.sheet}
      data-of="sheet"
      aria-labelledby={heading}
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void handIn();
      }}
    >
      <h2 className={styles.title} id={heading}>
        {say('sheet.title')}
      </h2>
      <HandedIn id={id} sheet={sheet} list={list} />
      <SheetNotice sheet={sheet} load={() => desk.takeNewer(id)} />
      {criteria.map((criterion) => (
        <CriterionField
          key={criterion.id}
          criterion={criterion}
          scale={scale}
          score={content.scores[criterion.id]}
          chosenHere={chosenHere[criterion.id]}
          missing={tried && content.scores[criterion.id] === undefined}
          locked={locked}
          remark={content.remarks[criterion.id] ?? ''}
          choose={(score) => change({ scores: { ...content.scores, [criterion.id]: score } })}
          write={(remark) => change({ remarks: { ...content.remarks, [criterion.id]: remark } })}
        />
      ))}
      <RemarkField
        label={say('sheet.overall')}
        value={content.overallRemark}
        locked={locked}
        write={(overallRemark) => change({ overallRemark })}
      />
      {!locked && <SheetFoot sheet={sheet} missing={missing} putBack={() => desk.putBack(id)} />}
      {!locked && <AbstainForm id={id} sheet={sheet} desk={desk} />}
      <div className={styles.small}>
        <p>{say('sheet.onlyYou')}</p>
        <ScoreKeys />
      </div>
    </form>
  );
}
