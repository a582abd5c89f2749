import type { Me } from '../../../bot/http/contract/me.ts';
import type { Screen } from '../shared/navigation/route.ts';
import { screens } from '../shared/navigation/route.ts';

/** The screens there are for somebody; the first is for everybody. The server refuses the others anyway. */
export function screensFor({ may }: Pick<Me, 'may'>): Screen[] {
  return screens.filter((screen) => screen === 'start' || may[screen === 'jury-room' ? 'juryRoom' : screen]);
}
