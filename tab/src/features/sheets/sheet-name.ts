import type { Sheets } from '../../../../bot/http/contract/jury-room.ts';
import { useSay } from './texts.ts';

type Sheet = Sheets['sheets'][number];

/** What to call the sheets, in their order: by who wrote them, or by number for who may not know. */
export function useSheetNames(sheets: readonly Sheet[]): string[] {
  const say = useSay();
  return sheets.map(({ judge }, index) => judge ?? say('sheets.anonymous', { number: index + 1 }));
}
