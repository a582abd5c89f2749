import { useMemo } from 'react';
import { useMe } from '../../shared/me/me-context.ts';
import { useRoute } from '../../shared/navigation/use-route.ts';
import { queryOf, wishOf } from '../../shared/submission-list/list-wish.ts';
import { ScreenHead } from '../../shared/ui/screen-head.tsx';
import { Filters } from './filters.tsx';
import { SearchBox } from './search-box.tsx';
import { SubmissionList } from './submission-list.tsx';
import styles from './submissions-screen.module.css';
import { useSay } from './texts.ts';

/** All submissions that this person may see, to search and to filter; what is asked stands in the address. */
export function SubmissionsScreen() {
  const say = useSay();
  const route = useRoute();
  const wish = useMemo(() => wishOf(route), [route]);
  const query = queryOf(wish);
  const judges = useMe().may.score;
  return (
    <>
      <ScreenHead title={say('list.title')} />
      <div className={styles.wishes}>
        <SearchBox wish={wish} />
        <Filters wish={wish} judges={judges} />
      </div>
      <SubmissionList query={query} />
    </>
  );
}
