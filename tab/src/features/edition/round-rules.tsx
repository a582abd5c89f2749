import { Choice, LocalInput, NumberInput, Tick } from './inputs.tsx';
import type { Round } from './rounds.ts';
import styles from './round-rules.module.css';
import { useSay } from './texts.ts';

interface RoundRulesProps {
  round: Round;
  at: string;
  onChange: (round: Round) => void;
}

/** What few change: which score decides, when opinions diverge, and what scores stand for. */
export function RoundRules({ round, at, onChange }: RoundRulesProps) {
  const say = useSay();
  const { ranking, scale } = round;
  const { lowest = 0, highest = 0, anchors = {} } = scale;
  const scores = Array.from({ length: Math.min(Math.max(highest - lowest + 1, 0), 11) }, (_, index) =>
    String(lowest + index),
  );
  return (
    <details>
      <summary>{say('edition.rules')}</summary>
      <div className={styles.rules}>
        <Choice
          label={say('edition.decides')}
          at={`${at}.ranking`}
          hint={say('edition.decides.hint')}
          value={ranking?.decides ?? 'calibrated-where-supported'}
          options={(['calibrated-where-supported', 'fair-mean', 'calibrated'] as const).map((value) => ({
            ...{ value, text: say(`edition.decides.${value}`) },
          }))}
          onChange={(decides) => onChange({ ...round, ranking: { ...ranking, decides } })}
        />
        <Choice
          label={say('edition.shownTo')}
          at={`${at}.ranking.shownTo`}
          hint={say('edition.shownTo.hint')}
          value={ranking?.shownTo ?? 'leaders'}
          options={(['leaders', 'jury'] as const).map((value) => ({
            ...{ value, text: say(`edition.shownTo.${value}`) },
          }))}
          onChange={(shownTo) => onChange({ ...round, ranking: { ...ranking, shownTo } })}
        />
        <DivergenceRule round={round} at={`${at}.divergence`} onChange={onChange} />
        {scores.map((score) => (
          <LocalInput
            key={score}
            label={say('edition.anchor', { score })}
            at={`${at}.scale.anchors.${score}`}
            value={anchors[score] ?? { nl: '' }}
            onChange={(text) =>
              onChange({ ...round, scale: { ...scale, anchors: { ...anchors, [score]: text } } })
            }
          />
        ))}
      </div>
    </details>
  );
}

/** From how large a difference on the jury is asked to talk. */
function DivergenceRule({ round, at, onChange }: RoundRulesProps) {
  const say = useSay();
  const { divergence } = round;
  const measure = divergence?.measure ?? 'usual';
  return (
    <>
      <Choice
        label={say('edition.divergence')}
        at={at}
        value={measure}
        options={(['usual', 'range', 'standardDeviation', 'off'] as const).map((value) => ({
          ...{ value, text: say(`edition.divergence.${value}`) },
        }))}
        onChange={(chosen) =>
          onChange({ ...round, divergence: chosen === 'usual' ? undefined : { measure: chosen } })
        }
      />
      {divergence !== undefined && measure !== 'usual' && measure !== 'off' && (
        <>
          <NumberInput
            label={say('edition.divergence.atLeast')}
            at={`${at}.atLeast`}
            hint={say(`edition.divergence.atLeast.${measure}`)}
            step={0.25}
            value={divergence.atLeast}
            onChange={(atLeast) => onChange({ ...round, divergence: { ...divergence, atLeast } })}
          />
          <Tick
            label={say('edition.divergence.early')}
            value={divergence.early ?? false}
            onChange={(early) => onChange({ ...round, divergence: { ...divergence, early } })}
          />
        </>
      )}
    </>
  );
}
