import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Judges } from '../../../../bot/http/contract/ranking.ts';
import { useApi } from '../../shared/api/api-context.ts';
import { askJudges } from '../../shared/api/questions.ts';
import { decimalText, differenceText } from '../../shared/language/decimal-text.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import styles from './judges-panel.module.css';
import { useSay } from './texts.ts';

type Judge = Judges['judges'][number];

/** How judges score beside each other; asked when somebody opens it. */
export function JudgesPanel({ categoryId }: { categoryId: string }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.panel} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('judges.summary')}</summary>
      <p className={styles.hint}>{say('judges.hint')}</p>
      {isOpen && <AskedJudges categoryId={categoryId} />}
    </details>
  );
}

function AskedJudges({ categoryId }: { categoryId: string }) {
  const say = useSay();
  const query = useQuery(askJudges(useApi(), categoryId));
  return (
    <Answer query={query} skeleton={<ListSkeleton rows={3} />}>
      {({ judges, remarkable }) =>
        judges.length === 0 ? (
          <p>{say('judges.none')}</p>
        ) : (
          <>
            <ul className={styles.list} role="list">
              {judges.map((judge, index) => (
                <JudgeLine key={`${judge.name} ${index}`} judge={judge} />
              ))}
            </ul>
            <Remarkable remarkable={remarkable} />
          </>
        )
      }
    </Answer>
  );
}

function JudgeLine({ judge }: { judge: Judge }) {
  const say = useSay();
  const { language } = useSpeech();
  const { name, sheets, agreesWithOthers, comeIn, fallOut } = judge;
  const titles = (list: Judge['comeIn']) => ({ titles: list.map(({ title }) => title).join(', ') });
  return (
    <li className={styles.judge}>
      <span className={styles.name}>{name}</span>
      <span>{say('judges.sheets', { sheets })}</span>
      <Strictness judge={judge} />
      {agreesWithOthers !== undefined && (
        <span>{say('judges.agrees', { value: decimalText(language, agreesWithOthers, 2) })}</span>
      )}
      {comeIn.length > 0 && <p>{say('judges.comeIn', titles(comeIn))}</p>}
      {fallOut.length > 0 && <p>{say('judges.fallOut', titles(fallOut))}</p>}
    </li>
  );
}

function Strictness({ judge: { offset } }: { judge: Judge }) {
  const say = useSay();
  const { language } = useSpeech();
  if (offset === undefined) return null;
  const points = decimalText(language, Math.abs(offset), 1);
  if (Math.abs(offset) < 0.05) return <span>{say('judges.same')}</span>;
  return <span>{say(offset > 0 ? 'judges.milder' : 'judges.stricter', { points })}</span>;
}

function Remarkable({ remarkable }: Pick<Judges, 'remarkable'>) {
  const say = useSay();
  const { language } = useSpeech();
  if (remarkable.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{say('judges.remarkable')}</h3>
      <ul className={styles.list} role="list">
        {remarkable.map(({ submission, judge, deviation }) => (
          <li key={`${submission.id} ${judge}`}>
            {say(deviation > 0 ? 'judges.higher' : 'judges.lower', {
              title: submission.title,
              name: judge,
              times: differenceText(language, Math.abs(deviation)),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
