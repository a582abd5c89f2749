import type { Destination, MessageContent } from '../domain/outgoing-message.ts';
import type { PersonId } from '../domain/person.ts';
import { viewJuryPost } from '../use-cases/judging/view-jury-post.ts';
import type { World } from '../use-cases/world.ts';
import type { Card } from './expand-card.ts';
import { divergenceMessage } from './divergence-message.ts';
import { expandCard } from './expand-card.ts';
import { juryPostCard, juryPostSummary } from './jury-post-card.ts';
import { deskMessage } from './desk-message.ts';
import { movedPostMessage } from './moved-post-card.ts';
import { nominationMessage } from './nomination-message.ts';
import { peopleMessage } from './people-message.ts';
import { questionMessage } from './question-message.ts';
import type { TabLink } from './tab-link.ts';
import { threadNoticeDrawing } from './thread-notice-drawing.ts';

/** A message as Teams will draw it; `summary` is plain text, `marker` is what it is recognised by. */
export interface CardMessage {
  card: Card;
  summary: string;
  marker: string;
}

type Drawn = Omit<CardMessage, 'marker'>;

/** What is said to one person. */
export type PersonalContent = Exclude<
  MessageContent,
  {
    kind:
      | 'jury-post'
      | 'moved-post'
      | 'desk'
      | 'divergence'
      | `question-${string}`
      | `nomination-${string}`
      | `judging-${string}`
      | `people-${string}`
      | 'nothing';
  }
>;

/** What is said to one person of what they or others have to judge. */
export type JudgingContent = Extract<MessageContent, { kind: `judging-${string}` }>;

export interface RenderContext {
  world: World;
  deepLink: TabLink;
  /** To somebody's own chat with the bot. */
  chatLink: string;
  renderPersonal: (person: PersonId, content: PersonalContent) => Promise<Drawn | undefined>;
  renderJudging: (person: PersonId, content: JudgingContent) => Promise<Drawn | undefined>;
}

/** Draws a message from what is true now. `undefined`: there is nothing to show (any more). */
export function createRenderMessage(context: RenderContext) {
  return async (
    content: MessageContent,
    destination: Destination,
    marker: string,
  ): Promise<CardMessage | undefined> => {
    const drawn = await draw(content, destination, context);
    return drawn && { ...drawn, marker };
  };
}

async function draw(
  content: MessageContent,
  destination: Destination,
  { world, deepLink, chatLink, renderPersonal, renderJudging }: RenderContext,
): Promise<Drawn | undefined> {
  switch (content.kind) {
    case 'jury-post': {
      const view = await viewJuryPost(world, content.submissionId, content.roundId);
      return view && { card: juryPostCard(view, deepLink), summary: juryPostSummary(view) };
    }
    case 'moved-post':
      return movedPostMessage(world, content);
    case 'desk':
      return deskMessage(world, destination);
    case 'divergence':
      return divergenceMessage(world, content);
    case 'nothing':
      return undefined;
    case 'question-post':
    case 'question-line':
    case 'question-form':
      return questionMessage(world, content, destination);
    case 'nomination-post':
    case 'nomination-invitation':
      return nominationMessage(world, content, destination, deepLink);
    case 'judging-todo':
    case 'judging-sheet':
    case 'judging-reminder':
    case 'judging-late':
      return destination.kind === 'person' ? renderJudging(destination.person, content) : undefined;
    case 'people-list':
      return peopleMessage(world, destination);
    default:
      if (destination.kind === 'person') return renderPersonal(destination.person, content);
      if (destination.kind === 'thread' && content.kind === 'notice') {
        return threadNotice(content, destination.language, chatLink);
      }
      return undefined;
  }
}

function threadNotice(...notice: Parameters<typeof threadNoticeDrawing>): Drawn | undefined {
  const drawing = threadNoticeDrawing(...notice);
  return drawing && { card: expandCard(drawing.template, drawing.values), summary: drawing.summary };
}
