import { useState } from 'react';
import { dayText, momentText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { Field, FindingsAt } from './field.tsx';
import styles from './fields.module.css';
import { useSay } from './texts.ts';

interface Common<T> {
  label: string;
  at?: string;
  hint?: string;
  small?: boolean;
  value: T;
  onChange: (value: T) => void;
}

export function TextInput({ value, onChange, ...field }: Common<string>) {
  return (
    <Field {...field}>
      {(control) => <input {...control} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}

export function NumberInput({
  value,
  onChange,
  step = 1,
  ...field
}: Common<number | undefined> & { step?: number }) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          className={`${control.className ?? ''} ${styles.narrow ?? ''}`}
          type="number"
          min={0}
          step={step}
          value={value ?? ''}
          onChange={({ target }) =>
            onChange(Number.isNaN(target.valueAsNumber) ? undefined : target.valueAsNumber)
          }
        />
      )}
    </Field>
  );
}

/** "7, 1": whole numbers, by commas; what is none is left out. */
export function DaysInput({ value, onChange, ...field }: Common<number[]>) {
  const [typed, setTyped] = useState(() => value.join(', '));
  const read = (text: string) => [...text.matchAll(/\d+/g)].map(([number]) => Number(number));
  const shown = read(typed).join() === value.join() ? typed : value.join(', ');
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          inputMode="numeric"
          className={`${control.className ?? ''} ${styles.narrow ?? ''}`}
          value={shown}
          onChange={({ target }) => {
            setTyped(target.value);
            onChange(read(target.value));
          }}
        />
      )}
    </Field>
  );
}

interface LocalValue {
  nl: string;
  en?: string | undefined;
}

/** A text in both languages, beside each other where there is room. */
export function LocalInput({
  label,
  at = '',
  hint,
  value,
  onChange,
  long = false,
}: Common<LocalValue> & { long?: boolean }) {
  const say = useSay();
  const control = (language: 'nl' | 'en') => (
    <Field
      small
      label={say('edition.in', { field: label, language })}
      at={`${at}.${language}`}
      hint={language === 'nl' ? hint : undefined}
    >
      {(props) =>
        long ? (
          <textarea
            {...props}
            lang={language}
            value={value[language] ?? ''}
            onChange={({ target }) => onChange({ ...value, [language]: target.value })}
          />
        ) : (
          <input
            {...props}
            lang={language}
            value={value[language] ?? ''}
            onChange={({ target }) => onChange({ ...value, [language]: target.value })}
          />
        )
      }
    </Field>
  );
  return (
    <div>
      <div className={styles.languages}>
        {control('nl')}
        {control('en')}
      </div>
      <FindingsAt at={at} />
    </div>
  );
}

/** A day, with a time where that matters; says which moment it is. */
export function MomentInput({
  value,
  onChange,
  kind,
  ...field
}: Common<string> & { kind: 'opens' | 'closes' | 'reference' }) {
  const say = useSay();
  const { language } = useSpeech();
  const [day = '', time = ''] = value.split(/[T ]/);
  const set = (newDay: string, newTime: string) => onChange(newTime === '' ? newDay : `${newDay}T${newTime}`);
  const meaning = meaningOf(day, time);
  const hint =
    meaning === 'none'
      ? undefined
      : say(kind === 'reference' ? 'edition.moment.reference' : `edition.moment.${kind}.${meaning}`, {
          moment:
            meaning === 'day'
              ? dayText(language, `${day}T12:00:00Z`, 'UTC')
              : momentText(language, `${day}T${time}:00Z`, 'UTC'),
        });
  return (
    <Field {...field} hint={hint}>
      {(control) => (
        <div className={styles.moment}>
          <input {...control} type="date" value={day} onChange={({ target }) => set(target.value, time)} />
          {kind !== 'reference' && (
            <input
              className={control.className}
              type="time"
              aria-label={say('edition.moment.time', { field: field.label })}
              value={time}
              onChange={({ target }) => set(day, target.value)}
            />
          )}
        </div>
      )}
    </Field>
  );
}

function meaningOf(day: string, time: string): 'none' | 'day' | 'time' {
  if (Number.isNaN(Date.parse(`${day}T12:00:00Z`))) return 'none';
  return time === '' ? 'day' : 'time';
}

export function Tick({ label, value, onChange }: Pick<Common<boolean>, 'label' | 'value' | 'onChange'>) {
  return (
    <label className={styles.tick}>
      <input type="checkbox" checked={value} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}

export function Choice<T extends string>({
  value,
  onChange,
  options,
  ...field
}: Common<T> & { options: readonly { value: T; text: string }[] }) {
  return (
    <Field {...field}>
      {(control) => (
        <select
          {...control}
          value={value}
          onChange={({ target }) => {
            const chosen = options.find((each) => each.value === target.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
