import type { TapReply } from '../conversation/inbound-event.ts';
import type { Round } from '../domain/edition/edition.ts';
import { localText } from '../domain/edition/edition.ts';
import { remarkLength } from '../domain/judging/score-sheet.ts';
import type { Language } from '../domain/person.ts';
import { text } from '../texts/texts.ts';
import { bare } from './escape.ts';
import type { SheetInput } from './sheet-input.ts';

/**
 * Says which remark has to be shorter. The card stays as it is, so what was typed is still in it.
 * @param whose `together`: too long only with what another device stored
 */
export function tooLongReply(
  language: Language,
  round: Round,
  { criterionId, by }: Extract<SheetInput, { kind: 'too-long' }>,
  whose: 'own' | 'together' = 'own',
): TapReply {
  const criterion = round.criteria.find(({ id }) => id === criterionId);
  const sentence = text(language, whose === 'own' ? 'sheet.too-long' : 'sheet.too-long-together', {
    where: criterion === undefined ? 'overall' : 'criterion',
    criterion: criterion === undefined ? '' : bare(localText(criterion.name, language)),
    by,
    most: remarkLength.most,
  });
  return { kind: 'error', code: 'remark-too-long', text: sentence };
}
