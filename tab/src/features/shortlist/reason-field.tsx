import { useId } from 'react';
import forms from './forms.module.css';
import { useSay } from './texts.ts';

/** In characters; what the server asks of a reason. */
const length = { least: 3, most: 500 };

export type ReasonFault = 'missing' | 'tooLong';

export function reasonFault(reason: string): ReasonFault | undefined {
  const count = Array.from(reason.trim()).length;
  if (count < length.least) return 'missing';
  return count > length.most ? 'tooLong' : undefined;
}

interface ReasonFieldProps {
  reason: string;
  change: (reason: string) => void;
  /** Said once it was tried to go on. */
  fault: ReasonFault | undefined;
}

/** Why, in writing: it stands in the log, for everybody who may see the cut. */
export function ReasonField({ reason, change, fault }: ReasonFieldProps) {
  const say = useSay();
  const id = useId();
  return (
    <div className={forms.field}>
      <label htmlFor={id}>{say('reason.label')}</label>
      <textarea
        id={id}
        rows={2}
        value={reason}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => change(target.value)}
      />
      <p id={`${id}-hint`} className={fault === undefined ? forms.hint : forms.trouble}>
        {fault === undefined ? say('reason.hint') : say(`reason.${fault}`)}
      </p>
    </div>
  );
}
