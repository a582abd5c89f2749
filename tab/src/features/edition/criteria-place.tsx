import { percentText } from '../../shared/language/decimal-text.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import styles from './criteria-place.module.css';
import { FindingsAt } from './field.tsx';
import { LocalInput, NumberInput } from './inputs.tsx';
import { ItemList } from './item-list.tsx';
import { newId } from './new-id.ts';
import type { Round } from './rounds.ts';
import { roundsOf, sharesOf } from './rounds.ts';
import { RoundRules } from './round-rules.tsx';
import { Section } from './section.tsx';
import sectionStyles from './section.module.css';
import { useSay } from './texts.ts';
import type { Writing } from './use-draft.ts';

/** What each round is scored on, on which scale, and how scores become an order. */
export function CriteriaPlace({ writing: { parts, change, draft } }: { writing: Writing }) {
  return roundsOf(parts).map(({ id, round, at }) => (
    <RoundCriteria
      key={id}
      round={round}
      at={at}
      sheets={draft.use.sheetsByRound[id] ?? 0}
      onChange={(changed) => change(id, changed)}
    />
  ));
}

interface RoundCriteriaProps {
  round: Round;
  at: string;
  /** How many have been written: with any, criteria and scale stay. */
  sheets: number;
  onChange: (round: Round) => void;
}

function RoundCriteria({ round, at, sheets, onChange }: RoundCriteriaProps) {
  const say = useSay();
  const { language } = useSpeech();
  const { criteria } = round;
  const shares = sharesOf(criteria);
  const stays = sheets > 0 ? say('edition.criteria.stay', { count: sheets }) : undefined;
  return (
    <Section
      title={say('edition.round', { name: round.name.nl })}
      {...(stays !== undefined && { hint: stays })}
    >
      <Shares criteria={criteria} shares={shares} />
      <FindingsAt at={`${at}.criteria`} />
      <ItemList
        items={criteria}
        keyOf={({ id }) => id}
        nameOf={({ name }, index) => name.nl || say('edition.criterion', { number: index + 1 })}
        least={1}
        staysBecause={() => (stays === undefined ? undefined : '')}
        onChange={(changed) => onChange({ ...round, criteria: changed })}
        {...(stays === undefined && {
          add: {
            text: say('edition.criterion.add'),
            make: () => ({
              id: newId(
                'criterium',
                criteria.map(({ id }) => id),
              ),
              ...{ name: { nl: '' }, explanation: { nl: '' }, weight: 1 },
            }),
          },
        })}
      >
        {(criterion, set, index) => (
          <>
            <LocalInput
              label={say('edition.label.name')}
              at={`${at}.criteria.${index}.name`}
              value={criterion.name}
              onChange={(name) => set({ ...criterion, name })}
            />
            <LocalInput
              long
              label={say('edition.label.explanation')}
              at={`${at}.criteria.${index}.explanation`}
              value={criterion.explanation}
              onChange={(explanation) => set({ ...criterion, explanation })}
            />
            <NumberInput
              label={say('edition.weight')}
              at={`${at}.criteria.${index}.weight`}
              step={0.5}
              hint={
                shares[index] === undefined
                  ? say('edition.weight.none')
                  : say('edition.weight.share', { share: percentText(language, shares[index]) })
              }
              value={criterion.weight}
              onChange={(weight) => set({ ...criterion, weight })}
            />
          </>
        )}
      </ItemList>
      <div className={sectionStyles.columns}>
        {(['lowest', 'highest'] as const).map((end) => (
          <NumberInput
            key={end}
            label={say(`edition.scale.${end}`)}
            at={`${at}.scale.${end}`}
            value={round.scale[end]}
            onChange={(value) => onChange({ ...round, scale: { ...round.scale, [end]: value } })}
          />
        ))}
      </div>
      <FindingsAt at={`${at}.scale`} />
      <RoundRules round={round} at={at} onChange={onChange} />
    </Section>
  );
}

/** How much each criterion counts for, beside each other. */
function Shares({ criteria, shares }: { criteria: Round['criteria']; shares: (number | undefined)[] }) {
  const say = useSay();
  const { language } = useSpeech();
  return (
    <dl className={styles.shares}>
      {criteria.map(({ id, name }, index) => (
        <div key={id} className={styles.share}>
          <dt>{name.nl || say('edition.criterion', { number: index + 1 })}</dt>
          <dd className={styles.number}>
            {shares[index] === undefined ? '–' : percentText(language, shares[index])}
          </dd>
          <dd className={styles.bar} aria-hidden="true">
            <span style={{ inlineSize: `${(shares[index] ?? 0) * 100}%` }} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
