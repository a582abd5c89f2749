import { z } from 'zod';
import type { NominationAnswer } from '../../domain/submission/nomination.ts';
import { collection } from '../collection.ts';

const answer: z.ZodType<NominationAnswer> = z.object({
  answer: z.enum(['confirmed', 'declined']),
  by: z.string(),
  name: z.string(),
  at: z.iso.datetime(),
});

/** In the partition of the submission that was nominated. */
export const nominationAnswers = collection('nomination-answer', answer);
export const nominationAnswerId = 'nomination-answer';

/** Names of the messages about it. */
export const nominationPostName = 'nomination';

export function invitationName(person: string): string {
  return `invitation:${person}`;
}
