import { FindingsAt } from './field.tsx';
import { Choice, LocalInput, NumberInput } from './inputs.tsx';
import { ItemList } from './item-list.tsx';
import { newId } from './new-id.ts';
import type { Step } from './steps.ts';
import { useSay } from './texts.ts';

interface OwnQuestionProps {
  step: Step;
  at: string;
  onChange: (step: Step) => void;
}

const kinds = ['line', 'lines', 'choice'] as const;

/** A question of the edition's own. */
export function OwnQuestion({ step, at, onChange }: OwnQuestionProps) {
  const say = useSay();
  const options = step.options ?? [];
  const setKind = (ask: (typeof kinds)[number]) => {
    const { options: _options, most: _most, ...rest } = step;
    const make = (number: number) => ({ id: `keuze-${number}`, name: { nl: '' } });
    const given = options.length === 0 ? [make(1), make(2)] : options;
    onChange(ask === 'choice' ? { ...rest, ask, options: given } : { ...rest, ask });
  };
  return (
    <>
      <Choice
        label={say('edition.own.kind')}
        at={`${at}.ask`}
        value={kinds.find((kind) => kind === step.ask) ?? 'line'}
        options={kinds.map((value) => ({ value, text: say(`edition.own.${value}`) }))}
        onChange={setKind}
      />
      {(['label', 'question', 'explanation'] as const).map((name) => (
        <LocalInput
          key={name}
          label={say(`edition.label.own-${name}`)}
          at={`${at}.${name}`}
          value={step[name] ?? { nl: '' }}
          onChange={(text) => onChange({ ...step, [name]: text })}
        />
      ))}
      {step.ask !== 'choice' && (
        <NumberInput
          label={say('edition.own.most')}
          at={`${at}.most`}
          value={step.most}
          onChange={(most) => onChange({ ...step, most })}
        />
      )}
      {step.ask === 'choice' && (
        <>
          <FindingsAt at={`${at}.options`} />
          <ItemList
            items={options}
            keyOf={({ id }) => id}
            nameOf={({ name }, index) => name.nl || say('edition.option', { number: index + 1 })}
            least={2}
            onChange={(changed) => onChange({ ...step, options: changed })}
            add={{
              text: say('edition.option.add'),
              make: () => ({
                id: newId(
                  'keuze',
                  options.map(({ id }) => id),
                ),
                name: { nl: '' },
              }),
            }}
          >
            {(option, set, index) => (
              <LocalInput
                label={say('edition.label.name')}
                at={`${at}.options.${index}.name`}
                value={option.name}
                onChange={(name) => set({ ...option, name })}
              />
            )}
          </ItemList>
        </>
      )}
    </>
  );
}
