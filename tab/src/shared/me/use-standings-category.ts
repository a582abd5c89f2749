import type { Me } from '../../../../bot/http/contract/me.ts';
import { useRoute } from '../navigation/use-route.ts';
import { useMe } from './me-context.ts';

type Category = NonNullable<Me['edition']>['categories'][number];

/** The categories whose standings this person may see, and which of them the address says; none when there is none. */
export function useStandingsCategory(): { categories: Category[]; category: Category | undefined } {
  const { edition, standings } = useMe();
  const { categoryId } = useRoute();
  const categories = edition?.categories.filter(({ id }) => standings.includes(id)) ?? [];
  return { categories, category: categories.find(({ id }) => id === categoryId) ?? categories[0] };
}
