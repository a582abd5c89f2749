import type { Me } from '../../../bot/http/contract/me.ts';
import type { Screen } from '../shared/navigation/route.ts';
import { screens } from '../shared/navigation/route.ts';

/** Judges have their own list, and how far the jury is is for who leads it. */
const leaders: readonly Me['roles'][number][] = ['organiser', 'chair'];

/**
 * The screens there are for somebody, the most useful first. The server refuses the others anyway.
 * @param hasOwn whether they handed anything in; `undefined` when that is not known
 */
export function screensFor({ may, roles }: Pick<Me, 'may' | 'roles'>, hasOwn: boolean | undefined): Screen[] {
  const leads = roles.some((role) => leaders.includes(role));
  const shown = screens
    .filter((screen) => screen !== 'own' && may[screen === 'jury-room' ? 'juryRoom' : screen])
    .filter((screen) => screen !== 'progress' || leads || !may.score);
  return shown.length === 0 || hasOwn !== false ? [...shown, 'own'] : shown;
}
