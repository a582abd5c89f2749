import type { Cut } from '../../../../bot/http/contract/cut.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api/api-context.ts';
import { momentText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { useHistoryText } from './history-text.ts';
import styles from './how-fixed.module.css';
import { askHistory } from './questions.ts';
import { useSay } from './texts.ts';

/** All that the outcome follows from, and everything that was done to it. */
export function HowFixed({ cut }: { cut: Cut }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.how} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('how.title')}</summary>
      <Facts cut={cut} />
      {isOpen && <History cut={cut} />}
    </details>
  );
}

function Facts({ cut: { how, frozenAt } }: { cut: Cut }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  const facts: [label: string, value: string | undefined][] = [
    [say('how.decides'), say(`decides.${how.decidedBy}`)],
    [say('how.wanted'), say(`wanted.${how.wanted}`)],
    [say('how.method'), how.method && say(`method.${how.method}`)],
    [say('how.from'), say('how.sheets', { sheets: how.sheets, judges: how.judges })],
    [say('how.frozen'), frozenAt && momentText(language, frozenAt, zone)],
    [say('how.draws'), how.draws?.toLocaleString(language)],
    [say('how.seed'), String(how.seed)],
    [say('how.input'), how.inputHash],
    [say('how.closing'), how.closingHash],
    [say('how.result'), how.resultHash],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([label, value]) =>
          value !== undefined && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function History({ cut }: { cut: Cut }) {
  const say = useSay();
  const textOf = useHistoryText(cut);
  const { data } = useQuery(askHistory(useApi(), cut, cut.revision));
  if (data === undefined || data.lines.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{say('history.title')}</h3>
      <ol role="list" className={styles.history}>
        {data.lines.map((line, index) => (
          <li key={`${line.at} ${index}`}>
            {textOf(line)}
            {line.decision !== undefined && ` ${say('history.because', { reason: line.decision.reason })}`}
          </li>
        ))}
      </ol>
    </>
  );
}
