import { z } from 'zod';
import type { Conversation } from '../../domain/draft/conversation.ts';
import { collection } from '../collection.ts';

const conversation: z.ZodType<Conversation> = z.object({
  draftId: z.string().optional(),
  livingCard: z.string().optional(),
  nextMessage: z.int().positive(),
  recentKeys: z.array(z.string()),
  remindersOff: z.boolean().optional(),
  asking: z.boolean().optional(),
});

/**
 * One in each person's partition. It has no end: the names of their messages are counted in it, and it knows whether they
 * want reminders. What was done last in it is a list of limited length.
 */
export const conversations = collection('conversation', conversation);
export const conversationId = 'conversation';
