import { useQuery } from '@tanstack/react-query';
import type { JuryRoom } from '../../../../bot/http/contract/jury-room.ts';
import { useApi } from '../../shared/api/api-context.ts';
import { momentText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { useStandingsCategory } from '../../shared/me/use-standings-category.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { CategoryLinks } from '../../shared/ui/category-links.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ScreenHead } from '../../shared/ui/screen-head.tsx';
import { Apart } from './apart.tsx';
import styles from './jury-room-screen.module.css';
import { askJuryRoom } from './questions.ts';
import { Spreads } from './spreads.tsx';
import { Strictness } from './strictness.tsx';
import { useSay } from './texts.ts';

/** How the scores of a category lie: where the jury differs, how each criterion was scored, how strict judges are. */
export function JuryRoomScreen() {
  const say = useSay();
  const { categories, category } = useStandingsCategory();
  if (category === undefined) {
    return <Notice title={say('trouble.noEdition.title')} hint={say('trouble.noEdition.hint')} />;
  }
  return (
    <>
      <ScreenHead title={say('room.title')} line={say('room.line')} />
      <CategoryLinks screen="jury-room" categories={categories} chosen={category.id} />
      <Room key={category.id} categoryId={category.id} />
    </>
  );
}

function Room({ categoryId }: { categoryId: string }) {
  const say = useSay();
  const query = useQuery(askJuryRoom(useApi(), categoryId));
  return (
    <Answer query={query} skeleton={<ListSkeleton />}>
      {(room) =>
        room.sheets === 0 ? (
          <Notice title={say('room.empty.title')} hint={say('room.empty.hint')} />
        ) : (
          <div className={styles.room}>
            <AsOf room={room} />
            <Apart room={room} />
            <Spreads criteria={room.criteria} />
            <Strictness categoryId={categoryId} />
          </div>
        )
      }
    </Answer>
  );
}

function AsOf({ room: { asOf, sheets } }: { room: JuryRoom }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  if (asOf === undefined) return null;
  const moment = momentText(language, asOf, zone, new Date());
  return <p className={styles.asOf}>{say('room.asOf', { sheets, moment })}</p>;
}
