import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../shared/api/api-context.ts';
import { askShortlist } from '../../shared/api/questions.ts';
import { useMe } from '../../shared/me/me-context.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { ScreenHead } from '../../shared/ui/screen-head.tsx';
import { CategoryShortlist } from './category-shortlist.tsx';
import styles from './shortlist-screen.module.css';
import { useSay } from './texts.ts';

/** Who would go on if the round ended now, per category. */
export function ShortlistScreen() {
  const say = useSay();
  const names = new Map(useMe().edition?.categories.map(({ id, name }) => [id, name]));
  const query = useQuery(askShortlist(useApi()));
  return (
    <>
      <ScreenHead title={say('shortlist.title')} />
      <Answer query={query} skeleton={<ListSkeleton />}>
        {({ size, categories }) => (
          <>
            <MessageBar className={styles.provisional} layout="multiline">
              <MessageBarBody>
                <MessageBarTitle>{say('shortlist.provisional.title')}</MessageBarTitle>{' '}
                {say('shortlist.provisional.hint', { size })}
              </MessageBarBody>
            </MessageBar>
            <div className={styles.categories}>
              {categories.map(({ categoryId, standings, isUndecided }) => (
                <CategoryShortlist
                  key={categoryId}
                  name={names.get(categoryId) ?? categoryId}
                  size={size}
                  standings={standings}
                  isUndecided={isUndecided}
                />
              ))}
            </div>
          </>
        )}
      </Answer>
    </>
  );
}
