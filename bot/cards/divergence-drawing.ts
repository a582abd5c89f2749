import { namesText } from '../conversation/names-text.ts';
import type { Edition } from '../domain/edition/edition.ts';
import { localText } from '../domain/edition/edition.ts';
import type { MessageContent } from '../domain/outgoing-message.ts';
import type { Language } from '../domain/person.ts';
import { text } from '../texts/texts.ts';
import type { Drawing } from './drawing.ts';
import { bareLine, plainLine } from './escape.ts';
import { criterionNameShown } from './sheet-card.ts';

/** A channel has one post for people of every language. */
const channelLanguage: Language = 'nl';

/**
 * Asks the jury to talk about these criteria: no score, no name, no number, for everybody in the channel reads it.
 * @returns `undefined` when the edition does not have them any more
 */
export function divergenceDrawing(
  edition: Pick<Edition, 'rounds'>,
  {
    roundId,
    criterionIds,
  }: Pick<Extract<MessageContent, { kind: 'divergence' }>, 'roundId' | 'criterionIds'>,
): Drawing | undefined {
  const criteria = edition.rounds.find(({ id }) => id === roundId)?.criteria ?? [];
  const names = criteria
    .filter(({ id }) => criterionIds.includes(id))
    .map(({ name }) => bareLine(localText(name, channelLanguage), criterionNameShown));
  if (names.length === 0) return undefined;
  const say = (named: string[]) =>
    text(channelLanguage, 'divergence.said', { criteria: namesText(channelLanguage, named) });
  const summary = say(names);
  const values = {
    lang: channelLanguage,
    fallbackText: summary,
    said: say(names.map((name) => `**${plainLine(name, criterionNameShown)}**`)),
    hint: text(channelLanguage, 'divergence.hint'),
  };
  return { template: 'divergence', values, summary };
}
