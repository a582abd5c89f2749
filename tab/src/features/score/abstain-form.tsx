import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useApi } from '../../shared/api/api-context.ts';
import styles from './abstain-form.module.css';
import type { CasePanesProps } from './case-panes.tsx';
import { tellAnswer } from './desk/use-desk.ts';
import { sendAbstention } from './questions.ts';
import { reasonFault } from './reason-fault.ts';
import { useSay } from './texts.ts';

/** Leaving a submission to the others, with a reason. What was filled in stays. */
export function AbstainForm({ id, sheet, desk }: Omit<CasePanesProps, 'list'>) {
  const say = useSay();
  const client = useQueryClient();
  const api = useApi();
  const field = useId();
  const [reason, setReason] = useState('');
  const [state, setState] = useState<'still' | 'tried' | 'sending' | 'failed'>('still');
  const { known } = sheet;
  const fault = reasonFault(reason);
  const confirm = async () => {
    if (fault !== undefined) {
      setState('tried');
      return;
    }
    setState('sending');
    const basedOn = known.abstention?.revision ?? 0;
    try {
      await desk.settle(id);
      tellAnswer(client, id, await sendAbstention(api, id, { roundId: known.round.id, reason, basedOn }));
    } catch (error) {
      console.info('abstaining did not come through', error);
      setState('failed');
    }
  };
  return (
    <details className={styles.abstain}>
      <summary>{say('abstain.open')}</summary>
      <p className={styles.hint}>{say('abstain.hint')}</p>
      <label htmlFor={field}>{say('abstain.reason')}</label>
      <textarea id={field} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      <p className={styles.fault} role="status">
        {state === 'tried' && fault?.code === 'missing' && say('abstain.missing')}
        {state === 'tried' && fault?.code === 'too-long' && say('abstain.tooLong', { by: fault.by })}
        {state === 'failed' && say('abstain.failed')}
      </p>
      <Button onClick={() => void confirm()} disabledFocusable={state === 'sending'}>
        {say('abstain.confirm')}
      </Button>
    </details>
  );
}
