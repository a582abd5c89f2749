import { z } from 'zod';
import type { TapReply } from '../conversation/inbound-event.ts';
import { reasonFault, reasonLength } from '../domain/judging/abstention.ts';
import { tidyRemark } from '../domain/judging/score-sheet.ts';
import { abstain } from '../use-cases/judging/abstain.ts';
import { letSheetGo } from '../use-cases/judging/keep-sheet-open.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import { abstainFormCard } from './abstain-form-card.ts';
import type { AbstainFormDrawing } from './abstain-form-card.ts';
import type { Tap } from './jury-tap.ts';
import { abstentionReply, backReply, keepOpen, ownSheet, ownSheetOf } from './jury-tap.ts';

const reasoned = z.object({
  abstention: z.int().min(0),
  'abstain.reason': z.string().max(100_000).default(''),
});

/** Somebody wants to abstain without opening the sheet: where they say why. */
export async function openAbstainForm(tap: Tap): Promise<TapReply> {
  const view = await ownSheet(tap);
  if (view.roundPhase !== 'open') throw new RefusedError('round-closed');
  await keepOpen(tap, 'abstention');
  return abstainFormReply(tap, { view, reason: '' });
}

/** They said why. What they had filled in or handed in before stays as it was. */
export async function confirmAbstaining(tap: Tap): Promise<TapReply> {
  const { context, event, submissionId, roundId } = tap;
  const data = reasoned.safeParse(event.data);
  if (!data.success) throw new RefusedError('malformed');
  const reason = tidyRemark(data.data['abstain.reason']);
  const fault = reasonFault(reason);
  if (fault !== undefined) {
    return abstainFormReply(tap, { view: await ownSheet(tap), reason: keptReason(reason), fault });
  }
  const view = await abstain(context.world, event.person, {
    ...{ submissionId, roundId, reason },
    basedOn: data.data.abstention,
    receivedAt: event.at,
  });
  await letSheetGo(...ownSheetOf(tap));
  return view.abstention?.status === 'abstained' ? abstentionReply(tap, view) : backReply(tap);
}

/** As much of a reason that is too long as one can still shorten. */
export function keptReason(reason: string): string {
  return Array.from(reason)
    .slice(0, 2 * reasonLength.most)
    .join('');
}

export function abstainFormReply({ context, event }: Tap, drawing: AbstainFormDrawing): TapReply {
  return { kind: 'card', card: abstainFormCard(event.person.language, drawing, context.deepLink) };
}
