import type { Cut, CutLine } from '../../../../bot/http/contract/cut.ts';
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { ActTrouble } from './act-trouble.tsx';
import forms from './forms.module.css';
import { ReasonField, reasonFault } from './reason-field.tsx';
import { useSay } from './texts.ts';
import { useCutAct } from './use-cut-act.ts';

interface DecideProps {
  cut: Cut;
  line: CutLine;
  close: () => void;
}

const ways = ['wildcard', 'in', 'out'] as const;
type Way = (typeof ways)[number];

/** To have one submission go on or not, beside the scores, with a reason. */
export function Decide({ cut, line, close }: DecideProps) {
  const say = useSay();
  const { id, title } = line.submission;
  const there = ways.filter((way) => (way === 'out') === (line.side === 'within'));
  const [way, setWay] = useState<Way>(there[0] ?? 'out');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const act = useCutAct(cut);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);
  const chosen = there.includes(way) ? way : (there[0] ?? 'out');
  const submit = () => {
    setTried(true);
    if (reasonFault(reason) !== undefined) return;
    const wish =
      chosen === 'wildcard'
        ? { kind: 'wildcard' as const, submissionId: id }
        : ({ kind: 'move' as const, submissionId: id, to: chosen === 'in' ? 'within' : 'outside' } as const);
    act.run({ act: 'change', change: { kind: 'decide', wish, reason } }, close);
  };
  return (
    <form
      className={forms.form}
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
    >
      <fieldset className={forms.choices}>
        <legend>{say('decide.about', { title })}</legend>
        {there.map((each) => (
          <label key={each} className={forms.choice}>
            <input type="radio" name={`way-${id}`} checked={chosen === each} onChange={() => setWay(each)} />
            <span>{say(`decide.${each}`)}</span>
            <small>{say(`decide.${each}Hint`)}</small>
          </label>
        ))}
      </fieldset>
      <ReasonField reason={reason} change={setReason} fault={tried ? reasonFault(reason) : undefined} />
      <ActTrouble act={act} cut={cut} />
      <div className={forms.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={act.isBusy}>
          {say('decide.save')}
        </Button>
        <Button onClick={close}>{say('act.cancel')}</Button>
      </div>
    </form>
  );
}
