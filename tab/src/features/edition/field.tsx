import type { ReactNode } from 'react';
import { useId } from 'react';
import type { EditionFinding } from '../../../../bot/http/contract/edition.ts';
import styles from './fields.module.css';
import { useFindings } from './findings.ts';
import { useSay } from './texts.ts';

/** What a control needs to be the one that a label, a hint and findings are about. */
interface ControlProps {
  id: string;
  className: string | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

interface FieldProps {
  label: string;
  /** Where in the edition it is: findings at that place stand below it. */
  at?: string;
  hint?: string | undefined;
  small?: boolean;
  children: (control: ControlProps) => ReactNode;
}

/** A labelled control with what is the matter with it. */
export function Field({ label, at, hint, small = false, children }: FieldProps) {
  const id = useId();
  const findings = useFindings(at);
  const isWrong = findings.some(({ severity }) => severity === 'fault');
  const described = [...(hint === undefined ? [] : [`${id}h`]), ...(findings.length > 0 ? [`${id}f`] : [])];
  return (
    <div className={small ? `${styles.field} ${styles.small}` : styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        className: styles.control,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': isWrong ? true : undefined,
      })}
      {hint !== undefined && (
        <p className={styles.hint} id={`${id}h`}>
          {hint}
        </p>
      )}
      <FindingLines id={`${id}f`} findings={findings} />
    </div>
  );
}

/** What is the matter with a whole list or part. */
export function FindingsAt({ at }: { at: string }) {
  const id = useId();
  return <FindingLines id={id} findings={useFindings(at)} />;
}

function FindingLines({ id, findings }: { id: string; findings: readonly EditionFinding[] }) {
  const say = useSay();
  if (findings.length === 0) return null;
  return (
    <div id={id}>
      {findings.map(({ severity, beside }) => (
        <p key={beside} className={`${styles.finding} ${styles[severity]}`}>
          <span>
            {say(`edition.${severity}`)} {beside}
          </span>
        </p>
      ))}
    </div>
  );
}
