import { z } from 'zod';
import { adaptiveCardType, checkCard } from './card-rules.ts';
import type { Core } from './core.ts';
import { RefusedError } from './refused-error.ts';
import type { Content } from './state.ts';

/** An activity as the bot sends it; only what Teams shows of it is read. */
export const outgoingActivity = z.looseObject({
  type: z.enum(['message', 'typing']),
  text: z.string().nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).nullish(),
  entities: z
    .array(z.looseObject({ type: z.string(), text: z.string().optional() }))
    .nullish()
    .transform((entities) => entities ?? []),
});

export type OutgoingActivity = z.infer<typeof outgoingActivity>;

/** @throws RefusedError 400 when Teams would not take it */
export function contentOf(core: Core, activity: OutgoingActivity): Content {
  const text = activity.text ? withMentions(activity.text, activity.entities) : undefined;
  const cards = cardsOf(core, activity);
  if (text === undefined && cards.length === 0)
    throw new RefusedError(400, 'BadSyntax', 'The message has no text and no card.');
  return { text, cards };
}

function cardsOf(core: Core, { attachments }: OutgoingActivity): unknown[] {
  const cards: unknown[] = [];
  for (const { contentType, content } of attachments ?? []) {
    if (contentType !== adaptiveCardType) {
      core.violation('attachment-kind', contentType);
      continue;
    }
    const refused = checkCard(core, content);
    if (refused !== undefined) throw new RefusedError(400, 'BadArgument', refused);
    cards.push(content);
  }
  return cards;
}

/** A mention shows as the name; the text of one that has no entity stays as it is, as in Teams. */
function withMentions(text: string, entities: OutgoingActivity['entities']): string {
  return entities
    .filter((entity) => entity.type === 'mention')
    .flatMap((entity) => entity.text ?? [])
    .reduce((shown, mention) => shown.replace(mention, mention.replace(/<at>(.*?)<\/at>/, '**$1**')), text);
}
