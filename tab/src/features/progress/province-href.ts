import { hrefOf } from '../../shared/navigation/route.ts';

/** Where the list of the submissions of one province is. */
export function provinceHref(province: string): string {
  return hrefOf({ screen: 'submissions', at: new URLSearchParams({ province }).toString() });
}
