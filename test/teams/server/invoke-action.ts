import { z } from 'zod';
import type { TapAnswer } from '../page-api.ts';
import type { Person } from '../people.ts';
import { invokeActivity } from './activities.ts';
import { adaptiveCardType, checkCard } from './card-rules.ts';
import type { Core } from './core.ts';
import { deliver, type BotAnswer } from './deliver.ts';
import type { Message } from './state.ts';
import { tellAboutMessage } from './tell.ts';

type Trigger = 'manual' | 'automatic';

/** The invoke response of a Universal Action. Source: learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model */
const invokeAnswer = z.object({
  statusCode: z.number(),
  type: z.string(),
  value: z.unknown().optional(),
});
const errorValue = z.object({ code: z.string(), message: z.string() });

/**
 * Sends `adaptiveCard/action` and does with the answer what Teams does:
 * a card becomes this person's view of the message, and nobody else's.
 */
export async function invokeAction(
  core: Core,
  message: Message,
  person: Person,
  action: Record<string, unknown>,
  trigger: Trigger,
): Promise<TapAnswer> {
  const order = ++invokes;
  noteInvoke(core, message, person);
  const { id, title, verb, data } = action;
  const place = { conversation: message.conversation, root: message.root ?? message.id };
  const activity = invokeActivity(core, person, place, {
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', id, title, verb, data }, trigger },
    replyToId: message.id,
  });
  const heard = (answer: BotAnswer) => apply(core, { message, person, trigger, order }, answer);
  return heard(await deliver(core, activity, heard));
}

/** The moment counts from which Teams leaves this person's card alone for a minute. */
function noteInvoke(core: Core, { id, generation }: Message, person: Person): void {
  const view = core.state.view(id, person.id);
  const kept = view?.generation === generation ? view : { message: id, person: person.id, generation };
  core.state.putView({ ...kept, invokedAt: core.now(), stopped: false });
}

interface Invoke {
  message: Message;
  person: Person;
  trigger: Trigger;
  /** Place among all invokes of this process. */
  order: number;
}

let invokes = 0;

function apply(core: Core, invoke: Invoke, answer: BotAnswer): TapAnswer {
  const { message, person, trigger } = invoke;
  if (core.stopping.aborted) return { kind: 'unreachable' };
  const result = read(core, answer);
  if (trigger === 'automatic' && result.kind === 'error') {
    core.violation('refresh-failed', `message ${message.id}: ${result.text}`);
    stopRefreshing(core, message, person);
  }
  if (result.kind !== 'card') return result;
  checkCard(core, result.card);
  showTo(core, invoke, result.card);
  return { kind: 'card' };
}

type Read = Exclude<TapAnswer, { kind: 'card' }> | { kind: 'card'; card: unknown };

function read(core: Core, answer: BotAnswer): Read {
  if (answer.kind === 'unreachable') {
    if (answer.reason === 'TimeoutError') core.violation('invoke-time-out', answer.reason);
    return { kind: 'unreachable' };
  }
  if (answer.status !== 200) {
    core.violation('invoke-status', `HTTP ${answer.status}`);
    return { kind: 'unreachable' };
  }
  const { data } = invokeAnswer.safeParse(answer.body);
  const result = data && readInner(data);
  if (result) return result;
  core.violation('invoke-answer', JSON.stringify({ body: answer.body }));
  return { kind: 'unreachable' };
}

function readInner({ statusCode, type, value }: z.infer<typeof invokeAnswer>): Read | undefined {
  if (statusCode === 200 && type === adaptiveCardType) return { kind: 'card', card: value };
  if (statusCode === 200 && type === 'application/vnd.microsoft.activity.message') {
    return { kind: 'message', text: z.string().catch('').parse(value) };
  }
  const error = errorValue.safeParse(value).data;
  if (statusCode >= 400 && type === 'application/vnd.microsoft.error' && error) {
    return { kind: 'error', code: error.code, text: error.message };
  }
  return undefined;
}

/** By person and message: the latest invoke whose card is shown. */
const shownOrders = new WeakMap<Core, Map<string, number>>();

/** A card is newer than any edit that came in while the bot was thinking, and older than that of a later invoke. */
function showTo(core: Core, { message: { id }, person, order }: Invoke, card: unknown): void {
  const shown = shownOrders.get(core) ?? new Map<string, number>();
  shownOrders.set(core, shown);
  const key = `${id}/${person.id}`;
  const message = core.state.message(id);
  if (!message || (shown.get(key) ?? 0) > order) return;
  shown.set(key, order);
  const invokedAt = core.state.view(id, person.id)?.invokedAt ?? core.now();
  const { generation } = message;
  core.state.putView({ message: id, person: person.id, generation, card, invokedAt, stopped: false });
  tellAboutMessage(core, message, [person]);
}

function stopRefreshing(core: Core, message: Message, person: Person): void {
  const view = core.state.view(message.id, person.id);
  if (view) core.state.putView({ ...view, stopped: true });
}
