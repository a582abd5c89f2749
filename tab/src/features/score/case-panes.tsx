import { useRef, useState } from 'react';
import type { JudgeList } from '../../../../bot/http/contract/judging.ts';
import { Abstained } from './abstained.tsx';
import styles from './case-panes.module.css';
import { CaseText } from './case-text.tsx';
import type { DeskSheet } from './desk/desk-sheet.ts';
import type { SheetDesk } from './desk/sheet-desk.ts';
import { SheetForm } from './sheet-form.tsx';
import { useSay } from './texts.ts';

const panes = ['text', 'sheet'] as const;
type Pane = (typeof panes)[number];

export interface CasePanesProps {
  id: string;
  sheet: DeskSheet;
  list: JudgeList;
  desk: SheetDesk;
}

/** The text and the sheet: beside each other where there is room, one of them on a phone. */
export function CasePanes(props: CasePanesProps) {
  const { known } = props.sheet;
  const [pane, setPane] = useState<Pane>('text');
  const places = useRef<Record<Pane, number>>({ text: 0, sheet: 0 });
  const show = (chosen: Pane) => {
    places.current[pane] = window.scrollY;
    setPane(chosen);
    requestAnimationFrame(() => window.scrollTo({ top: places.current[chosen] }));
  };
  const isAbstaining = known.abstention?.status === 'abstained';
  return (
    <div className={styles.case} data-pane={pane}>
      <Segments chosen={pane} choose={show} />
      <CaseText judging={known} />
      {isAbstaining ? <Abstained {...props} /> : <SheetForm {...props} />}
    </div>
  );
}

function Segments({ chosen, choose }: { chosen: Pane; choose: (pane: Pane) => void }) {
  const say = useSay();
  return (
    <div className={styles.segments} role="group" aria-label={say('score.panes')}>
      {panes.map((pane) => (
        <button key={pane} type="button" aria-pressed={pane === chosen} onClick={() => choose(pane)}>
          {say(`score.pane.${pane}`)}
        </button>
      ))}
    </div>
  );
}
