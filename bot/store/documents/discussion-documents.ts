import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DiscussionLine, JuryThread } from '../../domain/discussion.ts';
import { collection } from '../collection.ts';

/** The jury's talk below the posts of a submission, in its partition. Personal data: see bot/README.md. */

const roundId = z.enum(['preselection', 'assessment', 'pitch']);
const instant = z.iso.datetime();

const discussionLine: z.ZodType<DiscussionLine> = z.object({
  roundId,
  messageId: z.string(),
  author: z.string(),
  authorName: z.string(),
  text: z.string(),
  isCut: z.boolean(),
  hasAttachment: z.boolean(),
  saidAt: instant.optional(),
  editedAt: instant.optional(),
  deletedAt: instant.optional(),
  restoredAt: instant.optional(),
  textAt: instant.optional(),
  sameAs: z.string().optional(),
});

/** By `discussion:<round>:<message>`; never deleted, so that what was taken away stays away. */
export const discussionLines = collection('discussion-line', discussionLine);

export function discussionLineId(round: string, messageId: string): string {
  return `${discussionPrefix(round)}${safeName(messageId)}`;
}

export function discussionPrefix(round: string): string {
  return `discussion:${round}:`;
}

/** By `discussion-size:<round>`: replaced with every line that comes, so that two at once know of each other. */
export const discussionSizes = collection('discussion-size', z.object({ lines: z.int() }));

export function discussionSizeId(round: string): string {
  return `discussion-size:${round}`;
}

const juryThread: z.ZodType<JuryThread> = z.object({
  submissionId: z.string(),
  roundId,
  conversationId: z.string(),
});

/** By `thread:<name>`: every thread that was ever below a jury post of the submission. */
export const juryThreads = collection('jury-thread', juryThread);

export function juryThreadId(conversationId: string): string {
  return `thread:${hashOf(conversationId)}`;
}

/** Teams' ids are numbers in practice; whatever else comes is given a name that fits the store. */
function safeName(id: string): string {
  return /^[\w-]{1,64}$/.test(id) ? id : `~${hashOf(id)}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
