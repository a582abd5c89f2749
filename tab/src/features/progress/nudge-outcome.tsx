import type { NudgedAnswer } from '../../../../bot/http/contract/progress.ts';
import { ApiError, NoConnectionError } from '../../shared/api/api-error.ts';
import { momentText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { listText } from '../../shared/language/list-text.ts';
import styles from './nudge-outcome.module.css';
import type { TextKey } from './texts.ts';
import { useSay } from './texts.ts';
import type { Nudging } from './use-nudge.ts';

type Outcome = NudgedAnswer['outcomes'][number];

const kinds = ['sent', 'planned', 'reminded-today', 'done', 'off', 'unreachable'] as const;
/** Names in one sentence. */
const mostNamed = 10;

/** What became of a reminder: a sentence for each thing, with who it is about; or why nothing was sent. */
export function NudgeOutcome({ nudging: { outcomes, error } }: { nudging: Nudging }) {
  const say = useSay();
  const byKind = Map.groupBy(outcomes ?? [], ({ outcome }) => outcome);
  const shown = error === null ? kinds.flatMap((kind) => byKind.get(kind) ?? []) : [];
  const isEmpty = error === null && outcomes !== undefined && shown.length === 0;
  return (
    <div role="status" className={styles.outcome}>
      {error !== null && <p className={styles.failed}>{say(failure(error))}</p>}
      {isEmpty && <p>{say('nudged.nobody')}</p>}
      {error === null &&
        kinds.map((kind) => <Sentence key={kind} kind={kind} those={byKind.get(kind) ?? []} />)}
    </div>
  );
}

function Sentence({ kind, those }: { kind: Outcome['outcome']; those: readonly Outcome[] }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  const [first] = those;
  if (first === undefined) return null;
  const named = those.slice(0, mostNamed).map(({ name }) => name);
  const more = those.length - named.length;
  const names = listText(language, more > 0 ? [...named, say('nudged.others', { count: more })] : named);
  const { plannedAt } = first;
  const moment = plannedAt === undefined ? '' : momentText(language, plannedAt, zone, new Date());
  return <p>{say(`nudged.${kind}`, { names, moment })}</p>;
}

function failure(error: Error): TextKey {
  if (error instanceof NoConnectionError) return 'nudge.noConnection';
  if (!(error instanceof ApiError)) return 'nudge.failed';
  switch (error.code) {
    case 'no-hour-left':
      return 'nudge.noHourLeft';
    case 'round-closed':
    case 'round-not-open':
      return 'nudge.notOpen';
    default:
      return 'nudge.failed';
  }
}
