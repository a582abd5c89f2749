import type { Route } from '../navigation/route.ts';

/** What of the list of submissions somebody wants to see. What is not there leaves nothing out. */
export type ListWish = Partial<Record<Wished, string>>;

type Wished = (typeof wished)[number];

const wished = ['q', 'category', 'municipality', 'province', 'status', 'own', 'sort'] as const;

/** The wish that an address says. */
export function wishOf({ categoryId, at }: Route): ListWish {
  const parts = new URLSearchParams(at);
  if (categoryId !== undefined) parts.set('category', categoryId);
  return Object.fromEntries(
    wished.flatMap((name) => {
      const value = parts.get(name) ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
}

/** Where in the tab the list is that somebody wishes. */
export function routeOfWish({ category, ...rest }: ListWish): Route {
  const at = queryOf(rest);
  return { screen: 'submissions', categoryId: category, at: at === '' ? undefined : at };
}

/** As a question to the server, and as what its answer is kept under: always in the same order. */
export function queryOf(wish: ListWish): string {
  const parts = new URLSearchParams();
  for (const name of wished) {
    const value = wish[name] ?? '';
    if (value !== '') parts.set(name, value);
  }
  return parts.toString();
}

const filters = ['category', 'municipality', 'province', 'status', 'own'] as const;

/** How many filters are on; searching and sorting are none. */
export function filtersIn(wish: ListWish): number {
  return filters.filter((name) => wish[name] !== undefined).length;
}
