import type { Tapped, TapReply } from '../conversation/inbound-event.ts';
import { judgesAt } from '../domain/edition/edition-role.ts';
import type { RoundId } from '../domain/edition/edition.ts';
import type { OpenForm } from '../domain/judging/open-form.ts';
import type { ScoreSheet, SheetContent } from '../domain/judging/score-sheet.ts';
import type { AbstentionView } from '../use-cases/judging/abstain.ts';
import { viewOwnAbstention } from '../use-cases/judging/abstain.ts';
import { keepSheetOpen } from '../use-cases/judging/keep-sheet-open.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import type { SheetView } from '../use-cases/judging/score-submission.ts';
import { viewOwnSheet } from '../use-cases/judging/score-submission.ts';
import { mostRefreshIds } from '../use-cases/judging/view-jury-post.ts';
import { viewJuryPostAs } from '../use-cases/judging/view-jury-post-as.ts';
import { viewNextSheet, viewTodo } from '../use-cases/judging/view-todo.ts';
import type { World } from '../use-cases/world.ts';
import type { ChatWay } from './chat-way.ts';
import { expandCard } from './expand-card.ts';
import { juryPostCard } from './jury-post-card.ts';
import { ownAbstentionCard } from './own-abstention-card.ts';
import { ownResultCard } from './own-result-card.ts';
import type { SheetDrawing } from './sheet-card.ts';
import { sheetCard } from './sheet-card.ts';
import type { TabLink } from './tab-link.ts';
import { todoListDrawing } from './todo-list-drawing.ts';

export interface JuryTapsContext {
  world: World;
  deepLink: TabLink;
}

/** A tap of a judge: on the post in the channel, or in their own chat, where there is no post to go back to. */
export interface JudgeTap {
  context: JuryTapsContext;
  event: Tapped;
}

/** A tap on a card about one submission. */
export interface Tap extends JudgeTap {
  submissionId: string;
  roundId: RoundId;
}

export function ownSheetOf({ context, event, submissionId, roundId }: Tap): Parameters<typeof viewOwnSheet> {
  return [context.world, event.person, submissionId, roundId];
}

export function ownSheet(tap: Tap): Promise<SheetView> {
  return viewOwnSheet(...ownSheetOf(tap));
}

export async function ownSheetIfAny(tap: Tap): Promise<SheetView | undefined> {
  try {
    return await ownSheet(tap);
  } catch (error) {
    if (error instanceof RefusedError && error.code !== 'abstained') return undefined;
    throw error;
  }
}

/** Who abstains has one view, whatever they tapped: that they do, and the way back. */
export function unlessAbstaining(answer: (tap: Tap) => Promise<TapReply>): (tap: Tap) => Promise<TapReply> {
  return async (tap) => {
    try {
      return await answer(tap);
    } catch (error) {
      if (!(error instanceof RefusedError) || error.code !== 'abstained') throw error;
      return abstentionReply(tap, await viewOwnAbstention(...ownSheetOf(tap)));
    }
  };
}

export async function openSheet(tap: Tap, view: SheetView): Promise<TapReply> {
  if (view.roundPhase !== 'open') throw new RefusedError('round-closed');
  await keepOpen(tap, 'scores');
  return sheetReply(tap, { view, content: contentOf(view) });
}

/** Only the post is drawn anew by what others do. */
export async function keepOpen(tap: Tap, form: OpenForm): Promise<void> {
  if (!isInChat(tap)) await keepSheetOpen(...ownSheetOf(tap), form);
}

export function sheetReply(tap: JudgeTap, drawing: SheetDrawing): TapReply {
  const { context, event } = tap;
  const place = isInChat(tap) ? { inChat: true } : { isCrowded: isCrowded(context.world, drawing.view) };
  const card = sheetCard(event.person.language, { ...drawing, ...place }, context.deepLink);
  return { kind: 'card', card };
}

function isCrowded({ readModel }: World, { edition, round, submission }: SheetView): boolean {
  const place = { categoryId: submission.categoryId, roundId: round.id };
  return readModel.roles(edition.id).filter((role) => judgesAt(role, place)).length > mostRefreshIds;
}

export async function resultReply(tap: Tap, view: SheetView & { sheet: ScoreSheet }): Promise<TapReply> {
  const { context, event } = tap;
  const drawing = { view, ...(await standing(tap)) };
  return { kind: 'card', card: ownResultCard(event.person.language, drawing, context.deepLink) };
}

export async function abstentionReply(tap: Tap, view: AbstentionView): Promise<TapReply> {
  const { context, event } = tap;
  if (view.abstention === undefined) throw new RefusedError('malformed');
  const drawing = { view: { ...view, abstention: view.abstention }, ...(await standing(tap)) };
  return { kind: 'card', card: ownAbstentionCard(event.person.language, drawing, context.deepLink) };
}

/** What stood there before: the post that everybody sees, or a judge's own list. */
export async function backReply(tap: Tap): Promise<TapReply> {
  const { context, event, submissionId, roundId } = tap;
  const list = isInChat(tap) ? await listIfJudge(tap) : undefined;
  if (list !== undefined) return list;
  const view = await viewJuryPostAs(context.world, event.person, submissionId, roundId);
  return { kind: 'card', card: juryPostCard(view, context.deepLink) };
}

export async function listReply(
  { context, event }: JudgeTap,
  { changed, page }: { changed?: string; page?: number } = {},
): Promise<TapReply> {
  const view = await viewTodo(context.world, event.person, changed);
  const { template, values } = todoListDrawing(view, event.person.language, page);
  return { kind: 'card', card: expandCard(template, values) };
}

async function listIfJudge(tap: Tap): Promise<TapReply | undefined> {
  try {
    return await listReply(tap, { changed: tap.submissionId });
  } catch (error) {
    if (error instanceof RefusedError && error.code === 'not-a-judge') return undefined;
    throw error;
  }
}

/** The sheet of the next one that is left, or the list when there is none. */
export async function nextReply(tap: JudgeTap, after?: string): Promise<TapReply> {
  const view = await viewNextSheet(tap.context.world, tap.event.person, after);
  if (view === undefined) return listReply(tap, { changed: after });
  return sheetReply(tap, { view, content: contentOf(view) });
}

function isInChat({ event }: JudgeTap): boolean {
  return event.where === 'chat';
}

export function isHandedIn(view: SheetView): view is SheetView & { sheet: ScoreSheet } {
  return view.sheet?.status === 'handed-in';
}

export function contentOf({ sheet }: SheetView): SheetContent {
  return sheet ?? { scores: {}, remarks: {}, overallRemark: '' };
}

/** How far the jury is with it, and in the chat how far the judge is with theirs. */
async function standing(tap: Tap) {
  const { context, event, submissionId, roundId } = tap;
  const progress = await viewJuryPostAs(context.world, event.person, submissionId, roundId);
  if (!isInChat(tap)) return { progress, teamsUserId: event.person.teamsUserId };
  const { counts, roundPhase } = await viewTodo(context.world, event.person, submissionId);
  const way: ChatWay = { left: roundPhase === 'open' ? counts.left : 0 };
  return { progress, way };
}
