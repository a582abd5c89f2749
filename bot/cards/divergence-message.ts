import type { MessageContent } from '../domain/outgoing-message.ts';
import { viewJuryPost } from '../use-cases/judging/view-jury-post.ts';
import type { World } from '../use-cases/world.ts';
import { divergenceDrawing } from './divergence-drawing.ts';
import type { Card } from './expand-card.ts';
import { expandCard } from './expand-card.ts';

/** What is said below a submission's post when its sheets diverge. `undefined`: there is nothing to show (any more). */
export async function divergenceMessage(
  world: Pick<World, 'store' | 'now'>,
  content: Extract<MessageContent, { kind: 'divergence' }>,
): Promise<{ card: Card; summary: string } | undefined> {
  const post = await viewJuryPost(world, content.submissionId, content.roundId);
  if (post === undefined || post.submission.status === 'withdrawn') return undefined;
  const drawing = divergenceDrawing(post.edition, content);
  return drawing && { card: expandCard(drawing.template, drawing.values), summary: drawing.summary };
}
