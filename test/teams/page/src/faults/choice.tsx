import { Select } from '@fluentui/react-components';
import { useId } from 'react';

interface ChoiceProps<Value extends string> {
  label: string;
  /** When a heading above says it already. */
  hideLabel?: boolean;
  options: Readonly<Record<Value, string>>;
  value: Value;
  choose: (value: Value) => void;
}

/** A labelled drop-down over the keys of a record of words. */
export function Choice<Value extends string>({
  label,
  hideLabel = false,
  options,
  value,
  choose,
}: ChoiceProps<Value>) {
  const id = useId();
  const isValue = (text: string): text is Value => text in options;
  return (
    <div className="choice">
      <label htmlFor={id} className={hideLabel ? 'unseen' : undefined}>
        {label}
      </label>
      <Select id={id} value={value} onChange={(_event, given) => isValue(given.value) && choose(given.value)}>
        {Object.keys(options)
          .filter(isValue)
          .map((each) => (
            <option key={each} value={each}>
              {options[each]}
            </option>
          ))}
      </Select>
    </div>
  );
}
