export const screens = ['score', 'leaderboard', 'shortlist', 'progress', 'jury-room', 'own'] as const;

export type Screen = (typeof screens)[number];

/** Where in the tab somebody is; it stands behind the # of the address. */
export interface Route {
  /** Absent: the screen that is most useful to this person. */
  screen?: Screen;
  categoryId?: string;
  /** Where in the screen: its own business. */
  at?: string;
  /** The submission that is open on top of the screen. */
  submissionId?: string;
}

/** @param hash with or without its # */
export function routeOf(hash: string): Route {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    screen: screens.find((screen) => screen === parts.get('screen')),
    categoryId: parts.get('category') ?? undefined,
    at: parts.get('at') ?? undefined,
    submissionId: parts.get('submission') ?? undefined,
  };
}

/** The address of a route, for a link. */
export function hrefOf({ screen, categoryId, at, submissionId }: Route): string {
  const parts = new URLSearchParams();
  if (screen !== undefined) parts.set('screen', screen);
  if (categoryId !== undefined) parts.set('category', categoryId);
  if (at !== undefined) parts.set('at', at);
  if (submissionId !== undefined) parts.set('submission', submissionId);
  return `#${parts.toString()}`;
}

/** What a deep link of Teams points at: `submission:<id>`, or `score:<id>` for a judge's own sheet of it. */
export function routeOfSubPage(subPage: string): Route {
  const [kind, id] = subPage.split(/:(.*)/s);
  if (id === undefined || id === '') return {};
  if (kind === 'score') return { screen: 'score', submissionId: id };
  return kind === 'submission' ? { submissionId: id } : {};
}
