import { FindingsAt } from './field.tsx';
import { Choice, LocalInput, Tick } from './inputs.tsx';
import styles from './intake-place.module.css';
import { ItemList } from './item-list.tsx';
import { newId } from './new-id.ts';
import { OwnQuestion } from './own-question.tsx';
import { Section } from './section.tsx';
import type { KnownAsk, Step } from './steps.ts';
import { isOwn, isKnownAsk, knownAsks, mayBeSkipped, neededAsks } from './steps.ts';
import { useSay } from './texts.ts';
import type { Writing } from './use-draft.ts';

/** What people are asked when they hand in, in which order, and what an initiative has to be. */
export function IntakePlace({ writing }: { writing: Writing }) {
  const say = useSay();
  const { intake } = writing.parts;
  const set = (changes: Partial<typeof intake>) => writing.change('intake', { ...intake, ...changes });
  return (
    <>
      <Section title={say('edition.steps')} hint={say('edition.steps.hint')}>
        <FindingsAt at="steps" />
        <Steps steps={intake.steps} onChange={(steps) => set({ steps })} />
      </Section>
      <Section title={say('edition.conditions')} hint={say('edition.conditions.hint')}>
        <FindingsAt at="conditions" />
        <Conditions conditions={intake.conditions} onChange={(conditions) => set({ conditions })} />
      </Section>
      <Section title={say('edition.nominations')}>
        <Tick
          label={say('edition.invites')}
          value={intake.invitesNominated}
          onChange={(invitesNominated) => set({ invitesNominated })}
        />
        <FindingsAt at="invitesNominated" />
      </Section>
    </>
  );
}

function Steps({ steps, onChange }: { steps: Step[]; onChange: (steps: Step[]) => void }) {
  const say = useSay();
  const off = knownAsks.filter((ask) => !steps.some((step) => step.ask === ask));
  const nameOf = (step: Step, index: number) =>
    isKnownAsk(step.ask)
      ? say(`edition.step.${step.ask}`)
      : step.label?.nl || say('edition.own', { number: index + 1 });
  return (
    <>
      <ItemList
        items={steps}
        keyOf={(step) => step.id ?? step.ask}
        nameOf={nameOf}
        staysBecause={({ ask }) => (isNeeded(ask) ? say('edition.step.needed') : undefined)}
        onChange={onChange}
        add={{
          text: say('edition.own.add'),
          make: (): Step => ({
            ask: 'line',
            id: newId(
              'own-vraag',
              steps.map(({ id }) => id),
            ),
            ...{ label: { nl: '' }, question: { nl: '' } },
          }),
        }}
      >
        {(step, set, index) => (
          <>
            <FindingsAt at={`steps.${index}`} />
            {mayBeSkipped(step.ask) && (
              <Tick
                label={say('edition.step.optional')}
                value={step.optional === true}
                onChange={(optional) => set({ ...step, optional })}
              />
            )}
            {isOwn(step) && <OwnQuestion step={step} at={`steps.${index}`} onChange={set} />}
          </>
        )}
      </ItemList>
      {off.length > 0 && <Off off={off} switchOn={(ask) => onChange(insertKnown(steps, ask))} />}
    </>
  );
}

function isNeeded(ask: Step['ask']): boolean {
  return isKnownAsk(ask) && neededAsks.includes(ask);
}

/** Where the app would ask it: before the first that comes after it. */
function insertKnown(steps: Step[], ask: KnownAsk): Step[] {
  const later = knownAsks.slice(knownAsks.indexOf(ask) + 1);
  const place = steps.findIndex((step) => isKnownAsk(step.ask) && later.includes(step.ask));
  const index = place === -1 ? steps.length : place;
  return [...steps.slice(0, index), { ask }, ...steps.slice(index)];
}

function Off({ off, switchOn }: { off: readonly KnownAsk[]; switchOn: (ask: KnownAsk) => void }) {
  const say = useSay();
  return (
    <fieldset className={styles.off}>
      <legend>{say('edition.steps.off')}</legend>
      {off.map((ask) => (
        <Tick key={ask} label={say(`edition.step.${ask}`)} value={false} onChange={() => switchOn(ask)} />
      ))}
    </fieldset>
  );
}

type ConditionList = Writing['parts']['intake']['conditions'];

function Conditions({
  conditions,
  onChange,
}: {
  conditions: ConditionList;
  onChange: (conditions: ConditionList) => void;
}) {
  const say = useSay();
  return (
    <ItemList
      items={conditions}
      keyOf={({ id }) => id}
      nameOf={({ question }, index) => question.nl || say('edition.condition', { number: index + 1 })}
      onChange={onChange}
      add={{
        text: say('edition.condition.add'),
        make: (): ConditionList[number] => ({
          id: newId(
            'voorwaarde',
            conditions.map(({ id }) => id),
          ),
          ...{ question: { nl: '' }, kind: 'judgement' },
        }),
      }}
    >
      {(condition, set, index) => (
        <>
          <FindingsAt at={`conditions.${index}`} />
          <LocalInput
            label={say('edition.label.question')}
            at={`conditions.${index}.question`}
            value={condition.question}
            onChange={(question) => set({ ...condition, question })}
          />
          <Choice
            label={say('edition.condition.kind')}
            at={`conditions.${index}.kind`}
            value={condition.kind}
            options={(['rule', 'judgement'] as const).map((value) => ({
              ...{ value, text: say(`edition.condition.${value}`) },
            }))}
            onChange={(kind) => set({ ...condition, kind })}
          />
          {condition.kind === 'rule' && (
            <LocalInput
              long
              label={say('edition.condition.refusal')}
              at={`conditions.${index}.refusal`}
              value={condition.refusal ?? { nl: '' }}
              onChange={(refusal) => set({ ...condition, refusal })}
            />
          )}
        </>
      )}
    </ItemList>
  );
}
