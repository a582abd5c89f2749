import { z } from 'zod';
import type { Tapped, TapReply } from '../conversation/inbound-event.ts';
import { text } from '../texts/texts.ts';
import { answerNomination } from '../use-cases/submitting/answer-nomination.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import type { World } from '../use-cases/world.ts';
import { expandCard } from './expand-card.ts';
import { nominationInvitationDrawing } from './nomination-cards.ts';

const answers = { 'nomination.confirm': 'confirmed', 'nomination.decline': 'declined' } as const;
const data = z.object({ submission: z.string().regex(/^[\w-]{1,64}$/) });

type Verb = keyof typeof answers;

/** What the card that asks whether a nomination is right can ask. */
export const nominationVerbs: readonly string[] = Object.keys(answers);

function isNominationVerb(verb: string): verb is Verb {
  return Object.hasOwn(answers, verb);
}

/** Answers taps on that card. */
export function createNominationTaps(world: World): (event: Tapped) => Promise<TapReply> {
  return async (event) => {
    const { person, at, verb } = event;
    try {
      const parsed = data.safeParse(event.data);
      if (!parsed.success || !isNominationVerb(verb)) throw new RefusedError('malformed');
      const submissionId = parsed.data.submission;
      const view = await answerNomination(world, { person, submissionId, answer: answers[verb], at });
      const { template, values } = nominationInvitationDrawing(view, person.language);
      return { kind: 'card', card: expandCard(template, values) };
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      return { kind: 'error', code: error.code, text: text(person.language, `refusal.${error.code}`) };
    }
  };
}
