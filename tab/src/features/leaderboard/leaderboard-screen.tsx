import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../shared/api/api-context.ts';
import { askLeaderboard } from '../../shared/api/questions.ts';
import { useMe } from '../../shared/me/me-context.ts';
import { useStandingsCategory } from '../../shared/me/use-standings-category.ts';
import { useRoute } from '../../shared/navigation/use-route.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { CategoryLinks } from '../../shared/ui/category-links.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ScreenHead } from '../../shared/ui/screen-head.tsx';
import { AsOf } from './as-of.tsx';
import styles from './leaderboard-screen.module.css';
import { ShareToMeeting } from './share-to-meeting.tsx';
import { Stage, StageLink } from './stage.tsx';
import { StandingsTable } from './standings-table.tsx';
import { Verdict } from './verdict.tsx';
import { useSay } from './texts.ts';

/** The ranking of one category, and the choice of which. */
export function LeaderboardScreen() {
  const say = useSay();
  const { categories, category } = useStandingsCategory();
  if (category === undefined) {
    return <Notice title={say('trouble.noEdition.title')} hint={say('trouble.noEdition.hint')} />;
  }
  return (
    <>
      <ScreenHead title={say('leaderboard.title')} />
      <CategoryLinks screen="leaderboard" categories={categories} chosen={category.id} />
      <CategoryStandings key={category.id} category={category} />
    </>
  );
}

function CategoryStandings({ category }: { category: { id: string; name: string } }) {
  const say = useSay();
  const { at } = useRoute();
  const query = useQuery(askLeaderboard(useApi(), category.id));
  return (
    <Answer query={query} skeleton={<ListSkeleton />}>
      {(leaderboard) =>
        leaderboard.standings.length === 0 ? (
          <Notice title={say('leaderboard.empty.title')} hint={say('leaderboard.empty.hint')} />
        ) : (
          <>
            <PaperTitle category={category.name} />
            <div className={styles.top}>
              <AsOf leaderboard={leaderboard} />
              <div className={styles.acts}>
                <ShareToMeeting categoryId={category.id} />
                <Button appearance="subtle" onClick={() => window.print()}>
                  {say('leaderboard.print')}
                </Button>
                <StageLink categoryId={category.id} />
              </div>
            </div>
            {leaderboard.ranking && <Verdict ranking={leaderboard.ranking} />}
            <StandingsTable
              caption={say('leaderboard.caption', { category: category.name })}
              leaderboard={leaderboard}
            />
            {at === 'stage' && <Stage category={category} leaderboard={leaderboard} />}
          </>
        )
      }
    </Answer>
  );
}

/** On paper there is no header, nor anything that says which category was chosen. */
function PaperTitle({ category }: { category: string }) {
  const say = useSay();
  const { edition, round } = useMe();
  return (
    <p className={styles.paperTitle}>
      {edition?.name} · {round?.name} · {say('leaderboard.caption', { category })}
    </p>
  );
}
