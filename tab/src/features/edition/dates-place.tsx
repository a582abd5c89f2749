import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { FindingsAt } from './field.tsx';
import { DaysInput, LocalInput, MomentInput, NumberInput, TextInput } from './inputs.tsx';
import styles from './dates-place.module.css';
import type { Round, RoundId } from './rounds.ts';
import { newRound, roundIds, roundsOf } from './rounds.ts';
import { Section } from './section.tsx';
import sectionStyles from './section.module.css';
import { useSay } from './texts.ts';
import type { Writing } from './use-draft.ts';

/** What the edition is called, and when what happens. */
export function DatesPlace({ writing }: { writing: Writing }) {
  const say = useSay();
  const { parts, change, draft } = writing;
  const { general, dates } = parts;
  const set = (changes: Partial<typeof dates>) => change('dates', { ...dates, ...changes });
  return (
    <>
      <Section title={say('edition.general')}>
        <div className={sectionStyles.columns}>
          <TextInput
            label={say('edition.name')}
            at="name"
            value={general.name}
            onChange={(name) => change('general', { ...general, name })}
          />
          <TextInput
            label={say('edition.prefix')}
            at="numberPrefix"
            hint={say('edition.prefix.hint', { prefix: general.numberPrefix })}
            value={general.numberPrefix}
            onChange={(numberPrefix) =>
              change('general', { ...general, numberPrefix: numberPrefix.toUpperCase() })
            }
          />
        </div>
      </Section>
      <Section title={say('edition.intakeDates')} hint={say('edition.zone', { zone: dates.zone })}>
        <div className={sectionStyles.columns}>
          <MomentInput
            kind="opens"
            label={say('edition.opens')}
            at="opens"
            value={dates.opens}
            onChange={(opens) => set({ opens })}
          />
          <MomentInput
            kind="closes"
            label={say('edition.closes')}
            at="closes"
            value={dates.closes}
            onChange={(closes) => set({ closes })}
          />
          <MomentInput
            kind="reference"
            label={say('edition.reference')}
            at="referenceDay"
            value={dates.referenceDay}
            onChange={(referenceDay) => set({ referenceDay })}
          />
          <NumberInput
            label={say('edition.age')}
            at="maximumAgeYears"
            hint={say('edition.age.hint')}
            value={dates.maximumAgeYears}
            onChange={(maximumAgeYears) => set({ maximumAgeYears })}
          />
          <DaysInput
            label={say('edition.remind')}
            at="remindDaysBefore"
            hint={say('edition.remind.hint')}
            value={dates.remindDaysBefore ?? []}
            onChange={(remindDaysBefore) => set({ remindDaysBefore })}
          />
        </div>
      </Section>
      <FindingsAt at="rounds" />
      {roundsOf(parts).map(({ id, round, at }) => (
        <RoundDates
          key={id}
          round={round}
          at={at}
          isTurned={draft.turnedRounds.includes(id)}
          onChange={(changed) => change(id, changed)}
        />
      ))}
      <RoundSwitches writing={writing} />
    </>
  );
}

interface RoundDatesProps {
  round: Round;
  at: string;
  /** It was opened or closed by hand. */
  isTurned: boolean;
  onChange: (round: Round) => void;
}

function RoundDates({ round, at, isTurned, onChange }: RoundDatesProps) {
  const say = useSay();
  return (
    <Section
      title={say('edition.round', { name: round.name.nl })}
      {...(isTurned && { hint: say('edition.round.turned') })}
    >
      <LocalInput
        label={say('edition.round.name')}
        at={`${at}.name`}
        value={round.name}
        onChange={(name) => onChange({ ...round, name })}
      />
      <div className={sectionStyles.columns}>
        <MomentInput
          kind="opens"
          label={say('edition.round.opens')}
          at={`${at}.opens`}
          value={round.opens}
          onChange={(opens) => onChange({ ...round, opens })}
        />
        <MomentInput
          kind="closes"
          label={say('edition.round.closes')}
          at={`${at}.closes`}
          value={round.closes}
          onChange={(closes) => onChange({ ...round, closes })}
        />
        <NumberInput
          label={say('edition.round.size')}
          at={`${at}.shortlistSize`}
          hint={say('edition.round.size.hint')}
          value={round.shortlistSize}
          onChange={(shortlistSize) => onChange({ ...round, shortlistSize })}
        />
        <NumberInput
          label={say('edition.round.judges')}
          at={`${at}.judgesPerSubmission`}
          hint={say('edition.round.judges.hint')}
          value={round.judgesPerSubmission}
          onChange={(judgesPerSubmission) => onChange({ ...round, judgesPerSubmission })}
        />
        <DaysInput
          label={say('edition.round.remind')}
          at={`${at}.remindDaysBefore`}
          hint={say('edition.round.remind.hint')}
          value={round.remindDaysBefore ?? [7, 1]}
          onChange={(remindDaysBefore) => onChange({ ...round, remindDaysBefore })}
        />
      </div>
    </Section>
  );
}

/** Which of the three rounds there are. One with score sheets stays. */
function RoundSwitches({ writing: { parts, change, draft } }: { writing: Writing }) {
  const say = useSay();
  const [gone, setGone] = useState<Partial<Record<RoundId, Round>>>({});
  const remove = (id: RoundId, round: Round) => {
    setGone({ ...gone, [id]: round });
    change(id, undefined);
  };
  const isLast = roundsOf(parts).length === 1;
  return (
    <Section title={say('edition.rounds')} hint={say('edition.rounds.hint')}>
      <ul className={styles.rounds}>
        {roundIds.map((id) => {
          const round = parts[id];
          const name = say(`edition.kind.${id}`);
          const sheets = draft.use.sheetsByRound[id] ?? 0;
          return (
            <li key={id} className={styles.round}>
              <span>
                {round === undefined
                  ? name
                  : say('edition.round.called', { kind: name, name: round.name.nl })}
              </span>
              {round === undefined ? (
                <Button size="small" onClick={() => change(id, gone[id] ?? newRound(parts, name))}>
                  {say(gone[id] === undefined ? 'edition.round.add' : 'edition.round.putBack', { name })}
                </Button>
              ) : sheets > 0 ? (
                <span className={styles.stays}>{say('edition.round.stays', { count: sheets })}</span>
              ) : (
                !isLast && (
                  <Button size="small" onClick={() => remove(id, round)}>
                    {say('edition.round.remove', { name })}
                  </Button>
                )
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
