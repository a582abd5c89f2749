import { useQuery } from '@tanstack/react-query';
import type { Entries } from '../../../../bot/http/contract/progress.ts';
import { useApi } from '../../shared/api/api-context.ts';
import { dayText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { ScreenHead } from '../../shared/ui/screen-head.tsx';
import { EntriesChart } from './entries-chart.tsx';
import styles from './entries-part.module.css';
import { EntriesTable } from './entries-table.tsx';
import { Provinces } from './provinces.tsx';
import { askEntries } from './questions.ts';
import { EmptyPart, PartAnswer } from './part-answer.tsx';
import { useSay } from './texts.ts';

/** Who takes part so far: per day beside earlier editions, and per province. */
export function EntriesPart() {
  const query = useQuery(askEntries(useApi()));
  return <PartAnswer query={query}>{(entries) => <SoFar entries={entries} />}</PartAnswer>;
}

function SoFar({ entries }: { entries: Entries }) {
  const say = useSay();
  const line = useLine(entries);
  if (entries.total === 0 && entries.earlier.length === 0) {
    return <EmptyPart title={say('entries.empty.title')} hint={say('entries.empty.hint')} />;
  }
  return (
    <>
      <ScreenHead title={say('progress.title')} line={line} />
      <div className={styles.part}>
        <section aria-label={say('entries.chart')}>
          <EntriesChart entries={entries} />
          <EntriesTable entries={entries} />
        </section>
        <Provinces entries={entries} />
      </div>
    </>
  );
}

function useLine({ phase, from, perDay, total, earlier: [before] }: Entries): string {
  const say = useSay();
  const { language, zone } = useSpeech();
  const compared = before === undefined ? '' : 'Compared';
  const then = before && { edition: before.name, then: before.atThisDay };
  switch (phase) {
    case 'before':
      return say('entries.before', { day: dayText(language, `${from}T12:00:00Z`, zone) });
    case 'open':
      return say(`entries.open${compared}`, { today: perDay.at(-1) ?? 0, total, ...then });
    case 'closed':
      return say(`entries.closed${compared}`, { total, ...then, ...(before && { then: before.total }) });
    default:
      return phase satisfies never;
  }
}
