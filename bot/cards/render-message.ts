import type { Destination, MessageContent } from '../domain/outgoing-message.ts';
import type { PersonId } from '../domain/person.ts';
import { viewJuryPost } from '../use-cases/view-jury-post.ts';
import type { World } from '../use-cases/world.ts';
import type { Card } from './expand-card.ts';
import { juryPostCard, juryPostSummary } from './jury-post-card.ts';
import type { TabLink } from './tab-link.ts';

/** A message as Teams will draw it; `summary` is plain text, `marker` is what it is recognised by. */
export interface CardMessage {
  card: Card;
  summary: string;
  marker: string;
}

/** What is said to one person. */
export type PersonalContent = Exclude<MessageContent, { kind: 'jury-post' | 'nothing' }>;

export interface RenderContext {
  world: Pick<World, 'store' | 'now'>;
  deepLink: TabLink;
  renderPersonal: (
    person: PersonId,
    content: PersonalContent,
  ) => Promise<Omit<CardMessage, 'marker'> | undefined>;
}

/** Draws a message from what is true now. `undefined`: there is nothing to show (any more). */
export function createRenderMessage({ world, deepLink, renderPersonal }: RenderContext) {
  return async (
    content: MessageContent,
    destination: Destination,
    marker: string,
  ): Promise<CardMessage | undefined> => {
    switch (content.kind) {
      case 'jury-post': {
        const view = await viewJuryPost(world, content.submissionId, content.roundId);
        if (view === undefined) return undefined;
        return { card: juryPostCard(view, deepLink), summary: juryPostSummary(view), marker };
      }
      case 'nothing':
        return undefined;
      default: {
        if (destination.kind !== 'person') return undefined;
        const personal = await renderPersonal(destination.person, content);
        return personal && { ...personal, marker };
      }
    }
  };
}
