import type { Me } from '../../../bot/http/contract/me.ts';
import type { Screen } from '../shared/navigation/route.ts';
import { screens } from '../shared/navigation/route.ts';

/** Judges have their own list, and how far the jury is is for who leads it. */
const leaders: readonly Me['roles'][number][] = ['organiser', 'chair'];

/** The screens there are for somebody; the first is for everybody. The server refuses the others anyway. */
export function screensFor({ may, roles }: Pick<Me, 'may' | 'roles'>): Screen[] {
  const leads = roles.some((role) => leaders.includes(role));
  return screens
    .filter((screen) => screen === 'start' || may[screen === 'jury-room' ? 'juryRoom' : screen])
    .filter((screen) => screen !== 'progress' || leads || !may.score);
}
