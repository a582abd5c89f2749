import { Button } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { EditionDraft, Editions } from '../../../../bot/http/contract/edition.ts';
import { useApi } from '../../shared/api/api-context.ts';
import { dayText, lastDayText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { ScreenHead } from '../../shared/ui/screen-head.tsx';
import { NewEdition } from './new-edition.tsx';
import styles from './overview.module.css';
import { atOf } from './places.ts';
import { askDraft, askEditions, editionKeys, pathOf } from './questions.ts';
import { Section } from './section.tsx';
import { useSay } from './texts.ts';

/** Every edition: the one that runs, what is being prepared, and what was. */
export function Overview() {
  const say = useSay();
  const query = useQuery(askEditions(useApi()));
  return (
    <>
      <ScreenHead title={say('edition.title')} />
      <Answer query={query} skeleton={<ListSkeleton rows={3} />}>
        {(answer) => (
          <>
            {(['running', 'preparing', 'past', 'discarded'] as const).map((state) => (
              <Group key={state} state={state} answer={answer} />
            ))}
            <NewEdition answer={answer} />
          </>
        )}
      </Answer>
    </>
  );
}

type Line = Editions['editions'][number];

function Group({ state, answer }: { state: Line['state']; answer: Editions }) {
  const say = useSay();
  const lines = answer.editions
    .filter((line) => line.state === state)
    .sort((one, other) => (other.opensAt ?? '9').localeCompare(one.opensAt ?? '9'));
  if (lines.length === 0 && state !== 'running') return null;
  return (
    <Section title={say(`edition.group.${state}`)}>
      {lines.length === 0 && <p>{say('edition.group.none')}</p>}
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line.id} className={styles.line}>
            <div>
              {line.mayOpen && state !== 'discarded' ? (
                <a className={styles.name} href={hrefOf({ screen: 'edition', at: atOf(line.id, 'dates') })}>
                  {line.name || say('edition.nameless')}
                </a>
              ) : (
                <span className={styles.name}>{line.name || say('edition.nameless')}</span>
              )}
              <WhenLine line={line} />
            </div>
            {line.mayOpen && !line.isKept && <Discard line={line} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function WhenLine({ line: { opensAt, closesAt, hasDraft, isKept } }: { line: Line }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  const when =
    opensAt === undefined || closesAt === undefined
      ? say('edition.neverLive')
      : say('edition.when', {
          from: dayText(language, opensAt, zone),
          to: lastDayText(language, closesAt, zone),
        });
  return (
    <p className={styles.when}>
      {when}
      {hasDraft && isKept && ` ${say('edition.hasDraft')}`}
    </p>
  );
}

/** Lets an edition that was never live go, or takes it up again. */
function Discard({ line: { id, name, state } }: { line: Line }) {
  const say = useSay();
  const api = useApi();
  const client = useQueryClient();
  const isDiscarded = state === 'discarded';
  const carryOut = async () => {
    const { revision } = await client.query({ ...askDraft(api, id), staleTime: 0 });
    await api.post<EditionDraft>(`${pathOf(id)}/discard`, { basedOn: revision, isDiscarded: !isDiscarded });
    await client.invalidateQueries({ queryKey: editionKeys.all });
  };
  return (
    <Button
      size="small"
      appearance="subtle"
      aria-label={say(isDiscarded ? 'edition.restore.of' : 'edition.discard.of', { name })}
      onClick={() => void carryOut()}
    >
      {say(isDiscarded ? 'edition.restore' : 'edition.discard')}
    </Button>
  );
}
