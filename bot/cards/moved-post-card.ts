import type { MessageContent, MovedTo } from '../domain/outgoing-message.ts';
import type { Language } from '../domain/person.ts';
import { text } from '../texts/texts.ts';
import { viewMovedPost } from '../use-cases/judging/view-moved-post.ts';
import type { World } from '../use-cases/world.ts';
import type { Drawing } from './drawing.ts';
import type { Card } from './expand-card.ts';
import { expandCard } from './expand-card.ts';

/** A channel has one line for people of every language. */
const channelLanguage: Language = 'nl';

type MovedPost = Extract<MessageContent, { kind: 'moved-post' }>;

/** What is left of a post that went to another channel. `undefined`: there is no such submission. */
export async function movedPostMessage(
  world: Pick<World, 'store'>,
  { submissionId, to }: MovedPost,
): Promise<{ card: Card; summary: string } | undefined> {
  const number = await viewMovedPost(world, submissionId);
  if (number === undefined) return undefined;
  const drawing = movedPostDrawing(number, to);
  return { card: expandCard(drawing.template, drawing.values), summary: drawing.summary };
}

/** One line that says where it went, and leads there when it stands there. */
export function movedPostDrawing(number: string, to: MovedTo | undefined): Drawing {
  const said = text(channelLanguage, 'jury.moved', { number });
  const values = {
    lang: channelLanguage,
    fallbackText: said,
    text: said,
    openLabel: text(channelLanguage, 'jury.moved.open'),
    link: to === undefined ? '' : linkTo(to),
  };
  return { template: 'moved-post', values, summary: said };
}

/** Source: learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams */
function linkTo({ tenantId, channelId, messageId, teamId }: MovedTo): string {
  const query = new URLSearchParams({ tenantId, ...(teamId !== undefined && { groupId: teamId }) });
  const path = [channelId, messageId].map(encodeURIComponent).join('/');
  return `https://teams.microsoft.com/l/message/${path}?${query.toString()}`;
}
