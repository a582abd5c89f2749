import { Choice, LocalInput } from './inputs.tsx';
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
  const { ranking, divergence, scale } = round;
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
          label={say('edition.divergence')}
          at={`${at}.divergence`}
          value={divergence?.measure ?? 'usual'}
          options={(['usual', 'range', 'standardDeviation', 'off'] as const).map((value) => ({
            ...{ value, text: say(`edition.divergence.${value}`) },
          }))}
          onChange={(measure) =>
            onChange({
              ...round,
              divergence: measure === 'usual' ? undefined : { ...divergence, measure },
            })
          }
        />
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
