import { Button } from '@fluentui/react-components';
import { useState } from 'react';

import type { OutboundFault } from '../../../page-api.ts';
import { words } from '../words.ts';
import { Choice } from './choice.tsx';

type Times = keyof typeof words.timesChoice;

/** Composes one more outbound fault. */
export function FaultForm({ add }: { add: (fault: OutboundFault) => void }) {
  const [on, setOn] = useState<OutboundFault['on']>('any');
  const [how, setHow] = useState<OutboundFault['how']>('429');
  const [times, setTimes] = useState<Times>('1');
  return (
    <div className="fault-form">
      <Choice label={words.faultOn} options={words.on} value={on} choose={setOn} />
      <Choice label={words.faultHow} options={words.how} value={how} choose={setHow} />
      <Choice label={words.faultTimes} options={words.timesChoice} value={times} choose={setTimes} />
      <Button
        appearance="primary"
        onClick={() => add({ on, how, times: times === 'each-once' ? times : Number(times) })}
      >
        {words.addFault}
      </Button>
    </div>
  );
}
