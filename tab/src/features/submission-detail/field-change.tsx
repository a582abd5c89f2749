import type { HistoryChange, Said } from '../../../../bot/http/contract/submissions.ts';
import { periodText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { diffWords } from './diff-words.ts';
import styles from './history.module.css';
import { useSay } from './texts.ts';

/** What a field was and what it became: of a text which words. */
export function FieldChange({ change }: { change: HistoryChange }) {
  const say = useSay();
  const { field, about, before, after } = change;
  return (
    <div>
      <dt>{about ?? say(`field.${field}`)}</dt>
      <dd>
        {before?.kind === 'text' && after?.kind === 'text' ? (
          <TextChange before={before.text} after={after.text} />
        ) : (
          <Values before={before} after={after} />
        )}
      </dd>
    </div>
  );
}

/** Marked as gone and new, and said so to who does not see it. */
function TextChange({ before, after }: { before: string; after: string }) {
  const say = useSay();
  return (
    <span className={styles.text}>
      {diffWords(before, after).map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>;
        const Marked = kind === 'gone' ? 'del' : 'ins';
        return (
          <Marked key={index}>
            <span className="visually-hidden">{say(`history.${kind}`)} </span>
            {text}
          </Marked>
        );
      })}
    </span>
  );
}

function Values({ before, after }: { before: Said | undefined; after: Said | undefined }) {
  const say = useSay();
  const saidOf = useSaid();
  const [was, is] = [before, after].map((value) =>
    value === undefined ? say('history.nothing') : saidOf(value),
  );
  return <span className={styles.text}>{say('history.fromTo', { was: was ?? '', is: is ?? '' })}</span>;
}

function useSaid(): (value: Said) => string {
  const say = useSay();
  const { language } = useSpeech();
  return (value) => {
    switch (value.kind) {
      case 'text':
        return value.text;
      case 'period':
        return periodText(language, value.from, value.to);
      case 'answer':
        return say(`answer.${value.answer}`);
      case 'whose':
        return say(`whose.${value.whose}`);
      case 'novelty':
        return say(`novelty.${value.novelty}`);
      default:
        return value satisfies never;
    }
  };
}
