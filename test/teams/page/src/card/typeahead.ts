import { ChoiceSetInput } from 'adaptivecards';
import type { AdaptiveCard } from 'adaptivecards';

export type Search = (dataset: string, text: string) => Promise<{ title: string; value: string }[]>;

const OPEN_CLASS = 'ac-choiceSetInput-filtered-dropdown-open';

/** What was found per input: the renderer only keeps titles, but an action sends values. */
const found = new WeakMap<ChoiceSetInput, Map<string, string>>();

/** Lets the choice sets with a `Data.Query` in a drawn card ask as the person types. */
export function searchWhileTyping(card: AdaptiveCard, search: Search): void {
  for (const input of card.getAllInputs()) {
    if (!(input instanceof ChoiceSetInput)) continue;
    showTitle(input);
    labelTextBox(input);
    if (input.isDynamicTypeahead()) {
      input.onValueChanged = () => void ask(input, search);
      closeWhenLeft(input);
    }
  }
}

/** The data of an action, with each title that came from a search replaced by its value. */
export function withFoundValues(card: AdaptiveCard, data: Record<string, unknown>): Record<string, unknown> {
  const result = { ...data };
  for (const input of card.getAllInputs()) {
    if (!(input instanceof ChoiceSetInput) || input.id === undefined) continue;
    const title = result[input.id];
    const value = typeof title === 'string' ? found.get(input)?.get(title) : undefined;
    if (value !== undefined) result[input.id] = value;
  }
  return result;
}

async function ask(input: ChoiceSetInput, search: Search): Promise<void> {
  const text = input.getFilterForDynamicSearch() ?? '';
  if (found.get(input)?.has(text) === true) return;
  input.showLoadingIndicator();
  try {
    const results = await search(input.choicesData?.dataset ?? '', text);
    found.set(
      input,
      new Map([...(found.get(input) ?? []), ...results.map((each) => [each.title, each.value] as const)]),
    );
    input.renderChoices(text, results);
  } catch (error) {
    input.showErrorIndicator(text, error instanceof Error ? error.message : String(error));
  } finally {
    input.removeLoadingIndicator();
  }
}

/** The renderer closes the list of the card it drew last only. */
function closeWhenLeft(input: ChoiceSetInput): void {
  const element = input.renderedElement;
  element?.addEventListener('focusout', ({ relatedTarget }) => {
    const inside = relatedTarget instanceof Node && element.contains(relatedTarget);
    if (!inside) input.getDropdownElement()?.classList.remove(OPEN_CLASS);
  });
}

/** The renderer puts the label on the box around the text box, where no screen reader looks. */
function labelTextBox(input: ChoiceSetInput): void {
  const container = input.renderedElement?.querySelector('div[aria-labelledby]');
  const box = container?.querySelector('input[type="text"]');
  const label = container?.getAttribute('aria-labelledby');
  if (!box || typeof label !== 'string') return;
  box.setAttribute('aria-labelledby', label);
  container?.removeAttribute('aria-labelledby');
}

/** The renderer writes the default's value into the box of a filtered choice set; Teams shows its title. */
function showTitle(input: ChoiceSetInput): void {
  const box = input.renderedElement?.querySelector<HTMLInputElement>('input[type="text"]');
  const chosen = input.choices.find(({ value }) => value !== undefined && value === box?.value);
  if (box && chosen?.title !== undefined) box.value = chosen.title;
}
