import type { Remark } from '../domain/draft/draft.ts';
import type { MessageContent } from '../domain/outgoing-message.ts';
import { numberText } from '../domain/submission/submission.ts';
import type { TextKey } from '../texts/texts.ts';
import type { OwnOutcome, OwnSubmission } from '../use-cases/submitting/own-submission.ts';
import { asGone, loadOwn, mayChange } from '../use-cases/submitting/own-submission.ts';
import { restoreSubmission, withdrawSubmission } from '../use-cases/submitting/withdraw-submission.ts';
import type { World } from '../use-cases/world.ts';
import { beginChange, leaveChange } from './begin-change.ts';
import type { ChatTurn } from './chat-turn.ts';
import { closingText } from './closing-text.ts';
import type { Tapped } from './inbound-event.ts';
import type { OwnTap } from './own-tap-data.ts';
import type { Reply, TurnResult } from './turn-result.ts';

type TapOn<Verb extends OwnTap['verb']> = Extract<OwnTap, { verb: Verb }>;

/** What somebody does with what they have handed in. The same tap again has no second effect. */
export async function turnOnOwn(
  world: World,
  turn: ChatTurn,
  event: Tapped,
  tap: OwnTap,
): Promise<TurnResult> {
  switch (tap.verb) {
    case 'own.list':
      return { reply: { show: listOf(tap.page) } };
    case 'own.leave':
      return { reply: await leave(world, turn, event, tap) };
    default: {
      const own = await loadOwn(world.store, turn.id, tap.submission).catch(asGone);
      return { reply: own === undefined ? unknown : await replyOn(world, turn, event, tap, own) };
    }
  }
}

async function replyOn(
  world: World,
  turn: ChatTurn,
  event: Tapped,
  tap: Exclude<OwnTap, TapOn<'own.list' | 'own.leave'>>,
  own: OwnSubmission,
): Promise<Reply> {
  switch (tap.verb) {
    case 'own.view':
      return { show: cardOf(tap.submission) };
    case 'own.withdraw':
      return mayChange(own, event.at)
        ? { show: cardOf(tap.submission, own.stored.value.status === 'submitted') }
        : tooLate(turn, own);
    case 'own.change':
      return change(world, turn, event, own);
    case 'own.withdraw-now':
      return settle(
        turn,
        own,
        await withdrawSubmission(world.store, commandOf(turn, event, tap)),
        'own.withdrawn',
      );
    case 'own.restore':
      return settle(
        turn,
        own,
        await restoreSubmission(world.store, commandOf(turn, event, tap)),
        'own.restored',
      );
    default:
      return tap satisfies never;
  }
}

async function change(world: World, turn: ChatTurn, event: Tapped, own: OwnSubmission): Promise<Reply> {
  if (!mayChange(own, event.at)) return tooLate(turn, own);
  const { status, id } = own.stored.value;
  if (status === 'withdrawn') return { show: cardOf(id), aside: asideOf(turn, own, 'own.restore-first') };
  const current = turn.draft;
  const isAtIt = current?.status === 'open' && current.changes?.submissionId === id;
  // Brought again, it is there already.
  if (!isAtIt || !turn.knows(event.key)) {
    turn.remember(event.key);
    await beginChange(world, turn, own, event.at);
  }
  return { message: { text: 'notice.below' } };
}

async function leave(world: World, turn: ChatTurn, event: Tapped, tap: TapOn<'own.leave'>): Promise<Reply> {
  const { draft: current } = turn;
  const draft = await turn.draftOf(tap.draft);
  if (draft?.changes === undefined) return unknown;
  const show: MessageContent = { kind: 'intake-card', draftId: draft.id };
  if (draft.status !== 'open') return { show };
  turn.remember(event.key);
  await leaveChange(turn, draft, world.now());
  if (current === undefined || current.id === draft.id) {
    turn.changeCard(show);
    turn.letCardGo();
  } else turn.turnTo(current.id);
  return { show };
}

function settle(turn: ChatTurn, own: OwnSubmission, outcome: OwnOutcome, done: TextKey): Reply {
  const { id } = own.stored.value;
  if (outcome.kind === 'done') return { show: cardOf(id), aside: asideOf(turn, own, done) };
  switch (outcome.why) {
    case 'edition-closed':
      return tooLate(turn, own);
    case 'withdrawn':
    case 'changed-elsewhere':
      return { show: cardOf(id), aside: asideOf(turn, own, 'own.elsewhere') };
    default:
      return outcome.why satisfies never;
  }
}

function tooLate(turn: ChatTurn, own: OwnSubmission): Reply {
  return { refuse: { text: 'own.too-late', values: valuesOf(turn, own) }, code: 'edition-closed' };
}

function asideOf(turn: ChatTurn, own: OwnSubmission, text: TextKey): Remark {
  return { tone: 'info', text, values: valuesOf(turn, own) };
}

function valuesOf({ person }: ChatTurn, { stored, edition }: OwnSubmission): Record<string, string> {
  return {
    number: numberText(edition.numberPrefix, stored.value.number),
    closing: closingText(person.language, edition),
  };
}

function commandOf(turn: ChatTurn, event: Tapped, tap: TapOn<'own.withdraw-now' | 'own.restore'>) {
  const { submission: submissionId, revision: basedOn } = tap;
  return { submissionId, basedOn, submitter: turn.id, receivedAt: event.at };
}

function listOf(page: number | undefined): MessageContent {
  return { kind: 'own-submissions', ...(page !== undefined && { page }) };
}

function cardOf(submissionId: string, asking = false): MessageContent {
  return { kind: 'own-submission', submissionId, ...(asking && { asking }) };
}

const unknown: Reply = { refuse: { text: 'intake.refused' }, code: 'not-found' };
