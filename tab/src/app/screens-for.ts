import type { Me } from '../../../bot/http/contract/me.ts';
import type { Screen } from '../shared/navigation/route.ts';
import { screens } from '../shared/navigation/route.ts';

/**
 * The screens there are for somebody, the most useful first. The server refuses the others anyway.
 * @param hasOwn whether they handed anything in; `undefined` when that is not known
 */
export function screensFor({ may }: Pick<Me, 'may'>, hasOwn: boolean | undefined): Screen[] {
  const shown = screens.filter(
    (screen) => screen !== 'own' && may[screen === 'jury-room' ? 'juryRoom' : screen],
  );
  return shown.length === 0 || hasOwn !== false ? [...shown, 'own'] : shown;
}
