import { z } from 'zod';
import type { Delivery, OutgoingMessage } from '../../domain/outgoing-message.ts';
import { collection } from '../collection.ts';
import { emptyLineDeliverySeconds, emptyLineSeconds } from '../lifetimes.ts';
import { channelSchema } from './edition-documents.ts';

/**
 * What should be seen, and what Teams shows, are two documents in the partition of what they tell of: commands write
 * the one, delivery writes the other, and they never wait for each other.
 */

const textValues = z.record(z.string(), z.union([z.string(), z.number()]));
const roundId = z.enum(['preselection', 'assessment', 'pitch']);

const outgoingMessage: z.ZodType<OutgoingMessage> = z.object({
  destination: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('person'), person: z.string() }),
    z.object({ kind: z.literal('jury-channel'), editionId: z.string(), categoryId: z.string() }),
    z.object({ kind: z.literal('organisers-channel'), editionId: z.string() }),
    z.object({ kind: z.literal('question-thread'), questionId: z.string() }),
    z.object({ kind: z.literal('submission-thread'), submissionId: z.string(), roundId }),
    z.object({
      kind: z.literal('thread'),
      language: z.enum(['nl', 'en']),
      serviceUrl: z.url(),
      conversationId: z.string(),
      tenantId: z.string(),
      teamId: z.string().optional(),
    }),
  ]),
  content: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('jury-post'), submissionId: z.string(), roundId }),
    z.object({
      kind: z.literal('moved-post'),
      submissionId: z.string(),
      roundId,
      to: z
        .object({
          tenantId: z.string(),
          channelId: z.string(),
          messageId: z.string(),
          teamId: z.string().optional(),
        })
        .optional(),
    }),
    z.object({ kind: z.literal('desk') }),
    z.object({
      kind: z.literal('divergence'),
      submissionId: z.string(),
      roundId,
      criterionIds: z.array(z.string()),
    }),
    z.object({ kind: z.literal('intake-card'), draftId: z.string() }),
    z.object({ kind: z.literal('answered-line'), draftId: z.string(), step: z.string(), answer: z.string() }),
    z.object({ kind: z.literal('asked-line'), text: z.string(), values: textValues }),
    z.object({ kind: z.literal('receipt'), submissionId: z.string() }),
    z.object({
      kind: z.literal('own-submissions'),
      receiptOf: z.string().optional(),
      page: z.int().min(0).optional(),
    }),
    z.object({
      kind: z.literal('own-submission'),
      submissionId: z.string(),
      asking: z.boolean().optional(),
    }),
    z.object({ kind: z.literal('feedback'), submissionId: z.string(), roundId }),
    z.object({ kind: z.literal('question-post'), questionId: z.string() }),
    z.object({ kind: z.literal('question-line'), questionId: z.string(), place: z.int().positive() }),
    z.object({ kind: z.literal('question-form') }),
    z.object({ kind: z.literal('people-list') }),
    z.object({ kind: z.literal('nomination-post'), submissionId: z.string(), revision: z.int() }),
    z.object({ kind: z.literal('nomination-invitation'), submissionId: z.string() }),
    z.object({ kind: z.literal('judging-todo') }),
    z.object({ kind: z.literal('judging-sheet'), submissionId: z.string(), roundId }),
    z.object({ kind: z.literal('judging-reminder'), roundId }),
    z.object({ kind: z.literal('judging-late') }),
    z.object({ kind: z.literal('notice'), text: z.string(), values: textValues }),
    z.object({ kind: z.literal('nothing') }),
  ]),
  wanted: z.int().positive(),
  anewIfGone: z.literal(true).optional(),
});

const postAddress = z.object({
  serviceUrl: z.string(),
  tenantId: z.string(),
  conversationId: z.string(),
  activityId: z.string(),
});

const delivery: z.ZodType<Delivery> = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('ambiguous'),
    since: z.iso.datetime(),
    attempt: z.int(),
    to: channelSchema.optional(),
  }),
  z.object({ state: z.literal('refused'), attempt: z.int(), notBefore: z.iso.datetime() }),
  z.object({ state: z.literal('posted'), at: postAddress, shown: z.int() }),
  z.object({ state: z.literal('removing'), at: postAddress }),
  z.object({
    state: z.literal('undeliverable'),
    reason: z.string(),
    since: z.iso.datetime(),
    at: postAddress.optional(),
    tried: z.int().optional(),
  }),
]);

/** By `message:<name>`. */
export const outgoingMessages = collection('outgoing-message', outgoingMessage, {
  ttlSeconds: (message) => (isEmptyLine(message) ? emptyLineSeconds : undefined),
});
export const messagePrefix = 'message:';

/** By `delivery:<name>`, beside its message. */
export const deliveries = collection('delivery', delivery);

/** The same of a line that nobody changes any more: it may be forgotten, after the line itself. */
export const emptyLineDeliveries = collection('delivery', delivery, { ttlSeconds: emptyLineDeliverySeconds });
export const deliveryPrefix = 'delivery:';

/** Whether it is a line in somebody's chat without anything that was typed: nobody writes it again. */
export function isEmptyLine({ destination, content }: OutgoingMessage): boolean {
  if (destination.kind !== 'person' || content.kind !== 'asked-line') return false;
  return !Object.values(content.values).some((value) => typeof value === 'string');
}

export function juryPostName(round: string): string {
  return `post:${round}`;
}
