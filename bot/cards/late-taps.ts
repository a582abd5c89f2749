import { z } from 'zod';
import type { Tapped, TapReply } from '../conversation/inbound-event.ts';
import type { PersonId } from '../domain/person.ts';
import { text } from '../texts/texts.ts';
import type { JudgeContacts } from '../use-cases/chasing/judge-contacts.ts';
import type { Nudged } from '../use-cases/chasing/nudge-judges.ts';
import { nudgeJudges, reachesAfter } from '../use-cases/chasing/nudge-judges.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import { viewLate } from '../use-cases/chasing/view-late.ts';
import type { World } from '../use-cases/world.ts';
import { expandCard } from './expand-card.ts';
import { lateJudgesDrawing } from './late-judges-drawing.ts';

export interface LateTapsContext {
  world: World;
  contacts: JudgeContacts;
}

const page = z.coerce.number().int().min(0).max(1_000).optional();
const listing = z.object({ page });
const nudging = z.object({ judge: z.string().min(1).max(100), page });

type Answer = (context: LateTapsContext, event: Tapped) => Promise<TapReply>;

const verbs: Partial<Record<string, Answer>> = {
  'late.list': async (context, event) => listReply(context, event, read(listing, event).page),
  'late.nudge': async (context, event) => {
    const { judge, page: at } = read(nudging, event);
    return nudge(context, event, { judge, page: at });
  },
  'late.nudge-all': (context, event) => nudge(context, event, {}),
};

/** On an organiser's list of judges who are late. */
export const lateVerbs = Object.keys(verbs);

/** Answers taps of organisers about judges who are late: with the list as it is now, and what became of the tap. */
export function createLateTaps(context: LateTapsContext): (event: Tapped) => Promise<TapReply> {
  return async (event) => {
    try {
      return await (verbs[event.verb]?.(context, event) ?? Promise.reject(new RefusedError('malformed')));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      const sentence = text(event.person.language, `refusal.${error.code}`);
      return { kind: 'error', code: error.code, text: sentence };
    }
  };
}

/** What the card was drawn for is in the tap's data, and so in its key: the same tap again is known by it. */
async function nudge(
  context: LateTapsContext,
  event: Tapped,
  { judge, page: wanted }: { judge?: PersonId; page?: number },
): Promise<TapReply> {
  const { key, at, person } = event;
  const nudged = await nudgeJudges(context.world, person, { key, at, ...(judge !== undefined && { judge }) });
  return listReply(context, event, wanted, nudged);
}

async function listReply(
  { world, contacts }: LateTapsContext,
  { person }: Tapped,
  wanted?: number,
  nudged: readonly Nudged[] = [],
): Promise<TapReply> {
  const view = await viewLate(world, contacts, person, reachesAfter(nudged));
  const { template, values } = lateJudgesDrawing(view, person.language, { page: wanted, nudged });
  return { kind: 'card', card: expandCard(template, values) };
}

/** @throws RefusedError `malformed` when it is not what a card of ours sends */
function read<T>(schema: z.ZodType<T>, { data }: Tapped): T {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new RefusedError('malformed');
  return parsed.data;
}
