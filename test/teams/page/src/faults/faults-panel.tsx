import { Button } from '@fluentui/react-components';

import type { FaultPlan, OutboundFault } from '../../../page-api.ts';
import { icons } from '../icons.tsx';
import { words } from '../words.ts';
import { Choice } from './choice.tsx';
import { FaultForm } from './fault-form.tsx';

interface FaultsPanelProps {
  plan: FaultPlan;
  change: (plan: FaultPlan) => void;
}

/** The faults that are set, how many calls each will still hit, and a way to set more. */
export function FaultsPanel({ plan, change }: FaultsPanelProps) {
  const remove = (at: number) =>
    change({ ...plan, outbound: plan.outbound.filter((_fault, index) => index !== at) });
  return (
    <>
      <h2>{words.faults}</h2>
      <p className="subtle">{words.faultsAbout}</p>
      <h3>{words.outbound}</h3>
      {plan.outbound.length === 0 && <p className="subtle">{words.noFaults}</p>}
      <ul className="faults-list">
        {plan.outbound.map((fault, index) => (
          <li key={index}>
            <span>{sentenceOf(fault)}</span>
            <Button
              size="small"
              appearance="subtle"
              icon={<>{icons.close}</>}
              aria-label={words.removeFault(sentenceOf(fault))}
              onClick={() => remove(index)}
            />
          </li>
        ))}
      </ul>
      <FaultForm add={(fault) => change({ ...plan, outbound: [...plan.outbound, fault] })} />
      <h3>{words.inbound}</h3>
      <Choice
        label={words.inbound}
        hideLabel
        options={words.inboundModes}
        value={plan.inbound.mode}
        choose={(mode) => change({ ...plan, inbound: { mode } })}
      />
    </>
  );
}

function sentenceOf({ on, how, times }: OutboundFault): string {
  return `${words.on[on]}: ${words.how[how]} (${words.times(times)})`;
}
