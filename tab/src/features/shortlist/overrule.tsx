import type { Cut } from '../../../../bot/http/contract/cut.ts';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { ActTrouble } from './act-trouble.tsx';
import forms from './forms.module.css';
import { Modal } from './modal.tsx';
import { ReasonField, reasonFault } from './reason-field.tsx';
import { useSay } from './texts.ts';
import { useCutAct } from './use-cut-act.ts';

/** To say oneself who goes on and that nobody else does, whatever the scores say. */
export function Overrule({ cut }: { cut: Cut }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  if (!cut.may.prepare) return null;
  if (!cut.may.overrule) return <p className={forms.hint}>{say('overrule.own')}</p>;
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{say('overrule.open')}</Button>
      {isOpen && <OverruleDialog cut={cut} close={() => setOpen(false)} />}
    </div>
  );
}

function OverruleDialog({ cut, close }: { cut: Cut; close: () => void }) {
  const say = useSay();
  const [within, setWithin] = useState(
    () => new Set(cut.lines.filter(({ side }) => side === 'within').map(({ submission }) => submission.id)),
  );
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const act = useCutAct(cut);
  const toggle = (id: string, isIn: boolean) => {
    const next = new Set(within);
    if (isIn) next.add(id);
    else next.delete(id);
    setWithin(next);
  };
  const submit = () => {
    setTried(true);
    if (reasonFault(reason) !== undefined) return;
    const wish = { kind: 'overrule' as const, within: [...within] };
    act.run({ act: 'change', change: { kind: 'decide', wish, reason } }, close);
  };
  return (
    <Modal title={say('overrule.title')} close={close}>
      <p>{say('overrule.hint')}</p>
      <fieldset className={`${forms.choices} ${forms.list}`}>
        <legend>{say('overrule.chosen', { count: within.size })}</legend>
        {cut.lines.map(({ submission: { id, title } }) => (
          <label key={id} className={forms.choice}>
            <input
              type="checkbox"
              checked={within.has(id)}
              onChange={({ target }) => toggle(id, target.checked)}
            />
            <span>{title}</span>
          </label>
        ))}
      </fieldset>
      <ReasonField reason={reason} change={setReason} fault={tried ? reasonFault(reason) : undefined} />
      <ActTrouble act={act} cut={cut} />
      <div className={forms.buttons}>
        <Button appearance="primary" disabledFocusable={act.isBusy} onClick={submit}>
          {say('overrule.save')}
        </Button>
        <Button onClick={close}>{say('act.cancel')}</Button>
      </div>
    </Modal>
  );
}
