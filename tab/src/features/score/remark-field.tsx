import { useId } from 'react';
import { remarkMost } from './desk/content.ts';
import styles from './remark-field.module.css';
import { useSay } from './texts.ts';

interface RemarkFieldProps {
  label: string;
  /** Says it to who sees; without it the label stands above. */
  placeholder?: string;
  value: string;
  locked: boolean;
  write: (value: string) => void;
}

/** A remark, as long as it takes; what is too long is not cut off, but said. */
export function RemarkField({ label, placeholder, value, locked, write }: RemarkFieldProps) {
  const say = useSay();
  const id = useId();
  const count = value.trim().length;
  const by = count - remarkMost;
  return (
    <div className={styles.field}>
      <label className={placeholder === undefined ? styles.label : 'visually-hidden'} htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        rows={placeholder === undefined ? 3 : 1}
        placeholder={placeholder}
        value={value}
        readOnly={locked}
        aria-invalid={by > 0}
        aria-describedby={`${id}-count`}
        onChange={(event) => write(event.target.value)}
      />
      <p id={`${id}-count`} className={by > 0 ? styles.over : styles.count}>
        {by > 0 ? say('sheet.tooLong', { by }) : count > 0 && say('sheet.count', { count, most: remarkMost })}
      </p>
    </div>
  );
}
