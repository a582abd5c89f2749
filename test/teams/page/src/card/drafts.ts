import { ChoiceSetInput, DateInput, NumberInput, TextInput, TimeInput, ToggleInput } from 'adaptivecards';
import type { AdaptiveCard, Input } from 'adaptivecards';

type Draft = ReadonlyMap<string, string | undefined>;

/** What people filled in and did not send yet, by card and version; gone when the window is. */
const drafts = new Map<string, Draft>();

/** Whether there is something that was filled in and not sent, kept before or standing there now. */
export function hasDraft(key: string, card: AdaptiveCard): boolean {
  return drafts.has(key) || card.getAllInputs().some((input) => input.isDirty());
}

/** Keeps what stands in the card's inputs, for when the same version is drawn again. */
export function keepDraft(key: string, card: AdaptiveCard): void {
  const changed = card.getAllInputs().filter((input) => input.id !== undefined && input.isDirty());
  if (changed.length === 0) return;
  const kept = new Map(drafts.get(key));
  for (const input of changed) kept.set(input.id ?? '', textOf(input));
  drafts.set(key, kept);
}

/** Puts a kept draft back into a card that was parsed but not drawn yet. */
export function restoreDraft(key: string, card: AdaptiveCard): void {
  const draft = drafts.get(key);
  if (draft === undefined) return;
  for (const input of card.getAllInputs()) {
    if (input.id !== undefined && draft.has(input.id)) setDefault(input, draft.get(input.id));
  }
}

function textOf(input: Input): string | undefined {
  // @NOTE the renderer types an input's value as `any`; each of the six kinds gives text, a number or nothing.
  const value = input.value as string | number | undefined;
  return value === undefined ? undefined : String(value);
}

function setDefault(input: Input, value: string | undefined): void {
  if (input instanceof NumberInput) {
    input.defaultValue = value === undefined || value === '' ? undefined : Number(value);
  } else if (
    input instanceof TextInput ||
    input instanceof ChoiceSetInput ||
    input instanceof ToggleInput ||
    input instanceof DateInput ||
    input instanceof TimeInput
  ) {
    input.defaultValue = value;
  }
}
