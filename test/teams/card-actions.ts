import type { TapRequest } from './page-api.ts';
import { isObject } from './is-object.ts';

/** An action that a person can take on a card, with the inputs that go along with it. */
export interface CardAction {
  type: 'Action.Execute' | 'Action.Submit';
  id?: string;
  title?: string;
  verb?: string;
  data: Record<string, unknown>;
  inputs: CardInput[];
}

interface CardInput {
  id: string;
  type: string;
  /** What the card fills in beforehand. */
  value?: string;
}

export type ActionPick = string | ((action: CardAction) => boolean);

/** The actions of all cards of a message as its reader can take them, those behind `selectAction` and "show card" too. */
export function actionsOf(message: { cards: unknown[] }): CardAction[] {
  return message.cards.flatMap((card) => actionsIn(card, []));
}

/** @param pick the title, the verb or the id of the action, or a test of it @throws Error naming what there is */
export function findAction(message: { cards: unknown[] }, pick: ActionPick): CardAction {
  const actions = actionsOf(message);
  const fits = (action: CardAction) =>
    typeof pick === 'string' ? [action.title, action.verb, action.id].includes(pick) : pick(action);
  const found = actions.find(fits);
  if (found) return found;
  const there = actions.map(({ title, verb }) => `"${title ?? ''}" (${verb ?? 'no verb'})`).join(', ');
  throw new Error(`the card has no action ${String(pick)}; it has: ${there || 'none'}`);
}

/**
 * What Teams sends: the action's data with the inputs' values put over it. An empty input is left out.
 * Source: SubmitAction.internalPrepareForExecution in Microsoft's `adaptivecards` 3.0.6
 * @param values by input id, where they differ from what the card filled in
 */
export function filledIn(action: CardAction, values: Record<string, string>): TapRequest['action'] {
  const unknown = Object.keys(values).filter((id) => !action.inputs.some((input) => input.id === id));
  if (unknown.length > 0) throw new Error(`the card has no input ${unknown.join(', ')}`);
  const data: Record<string, unknown> = { ...action.data };
  for (const { id, value } of action.inputs) {
    const typed = values[id] ?? value ?? '';
    if (typed !== '') data[id] = typed;
  }
  const { type, id, title, verb } = action;
  return { type, id, title, verb, data };
}

/** @param outer the inputs of the cards around this one, which go along too */
function actionsIn(card: unknown, outer: readonly CardInput[]): CardAction[] {
  const found = partsOf(card);
  const inputs = [...outer, ...found.filter(isInput).map(asInput)];
  return found.flatMap((part) => {
    if (part['type'] === 'Action.ShowCard') return actionsIn(part['card'], inputs);
    return asAction(part, inputs) ?? [];
  });
}

const notDrawn = new Set(['data', 'refresh', 'fallback']);

/** Everything in a card down to, but not into, the cards that its actions show. */
function partsOf(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (!isObject(value) || value['isVisible'] === false) return [];
  if (value['type'] === 'Action.ShowCard') return [value];
  const inner = Object.entries(value).filter(([name]) => !notDrawn.has(name));
  return [value, ...inner.flatMap(([, part]) => partsOf(part))];
}

function asAction(part: Record<string, unknown>, inputs: CardInput[]): CardAction | undefined {
  const { type } = part;
  if (type !== 'Action.Execute' && type !== 'Action.Submit') return undefined;
  return {
    type,
    id: textIn(part['id']),
    title: textIn(part['title']),
    verb: textIn(part['verb']),
    data: isObject(part['data']) ? part['data'] : {},
    inputs: part['associatedInputs'] === 'none' ? [] : inputs,
  };
}

function isInput({ type, id }: Record<string, unknown>): boolean {
  return typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string';
}

function asInput(part: Record<string, unknown>): CardInput {
  const id = String(part['id']);
  const type = String(part['type']);
  return { id, type, value: filledBeforehand(type, part) };
}

function filledBeforehand(type: string, part: Record<string, unknown>): string | undefined {
  const value = part['value'];
  if (type === 'Input.Toggle') return textIn(value) ?? textIn(part['valueOff']) ?? 'false';
  return typeof value === 'number' ? String(value) : textIn(value);
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
