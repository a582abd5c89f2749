import type { Cuts } from '../../../../bot/http/contract/cut.ts';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../shared/api/api-context.ts';
import { useMe } from '../../shared/me/me-context.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import { useRoute } from '../../shared/navigation/use-route.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { ChoiceLinks } from '../../shared/ui/choice-links.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ScreenHead } from '../../shared/ui/screen-head.tsx';
import { CutPanel } from './cut-panel.tsx';
import { FeedbackEditor } from './feedback-editor.tsx';
import { FeedbackPanel } from './feedback-panel.tsx';
import { FilesPanel } from './files-panel.tsx';
import type { CutRound, ShortlistPlace } from './place.ts';
import { atOf, partsFor, placeOf } from './place.ts';
import { askCuts } from './questions.ts';
import styles from './shortlist-screen.module.css';
import { useSay } from './texts.ts';

/** Who goes on after a round, what submitters hear of it, and all of it as a file. */
export function ShortlistScreen() {
  const say = useSay();
  const query = useQuery(askCuts(useApi()));
  return (
    <>
      <ScreenHead title={say('shortlist.title')} />
      <Answer query={query} skeleton={<ListSkeleton />}>
        {(cuts) => <ForRounds cuts={cuts} />}
      </Answer>
    </>
  );
}

function ForRounds({ cuts: { rounds } }: { cuts: Cuts }) {
  const say = useSay();
  const place = placeOf(useRoute().at);
  const round = rounds.find(({ id }) => id === place.roundId) ?? rounds.at(-1);
  if (round === undefined) {
    return <Notice title={say('shortlist.early.title')} hint={say('shortlist.early.hint')} />;
  }
  const part = partsFor(round).find((each) => each === place.part) ?? 'cut';
  return (
    <>
      <Places rounds={rounds} round={round} place={{ ...place, part, roundId: round.id }} />
      {part === 'cut' && <Category round={round} />}
      {part === 'feedback' &&
        (place.submissionId === undefined ? (
          <FeedbackPanel key={round.id} round={round} />
        ) : (
          <FeedbackEditor key={place.submissionId} round={round} submissionId={place.submissionId} />
        ))}
      {part === 'files' && <FilesPanel rounds={rounds} />}
    </>
  );
}

interface PlacesProps {
  rounds: readonly CutRound[];
  round: CutRound;
  place: ShortlistPlace;
}

/** What of which round. */
function Places({ rounds, round, place }: PlacesProps) {
  const say = useSay();
  const route = useRoute();
  const href = (to: ShortlistPlace) => hrefOf({ ...route, at: atOf(to) });
  const there = partsFor(round);
  return (
    <div className={styles.places}>
      {there.length > 1 && (
        <ChoiceLinks
          label={say('shortlist.parts')}
          look="pills"
          chosen={place.part}
          choices={there.map((part) => ({
            key: part,
            text: say(`part.${part}`),
            href: href({ part, roundId: round.id }),
          }))}
        />
      )}
      {rounds.length > 1 && place.part !== 'files' && (
        <label className={styles.round}>
          <span>{say('shortlist.round')}</span>
          <select
            value={round.id}
            onChange={({ target }) => {
              window.location.hash = href({ part: place.part, roundId: target.value });
            }}
          >
            {rounds.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** The choice of category, and its cut. */
function Category({ round }: { round: CutRound }) {
  const say = useSay();
  const route = useRoute();
  const names = new Map(useMe().edition?.categories.map(({ id, name }) => [id, name]));
  const { categories } = round;
  const chosen = categories.find(({ categoryId }) => categoryId === route.categoryId) ?? categories[0];
  if (chosen === undefined) {
    return <Notice title={say('trouble.notFound.title')} hint={say('trouble.notFound.hint')} />;
  }
  const nameOf = (id: string) => names.get(id) ?? id;
  return (
    <>
      {categories.length > 1 && (
        <ChoiceLinks
          label={say('category.choose')}
          look="underlined"
          chosen={chosen.categoryId}
          choices={categories.map(({ categoryId, status }) => ({
            key: categoryId,
            text: `${nameOf(categoryId)} · ${say(`status.${status}`)}`,
            href: hrefOf({ ...route, categoryId }),
          }))}
        />
      )}
      <CutPanel
        key={`${round.id} ${chosen.categoryId}`}
        place={{ roundId: round.id, categoryId: chosen.categoryId }}
        name={nameOf(chosen.categoryId)}
      />
    </>
  );
}
