/** Where the keyboard was inside a card, in words that a newly drawn card can be asked for. */
export type Place =
  | { kind: 'input'; label: string; start: number | null }
  | { kind: 'action'; title: string }
  | { kind: 'card' };

/** The place inside the card that has the focus, if any has. */
export function placeOf(card: HTMLElement): Place | undefined {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || !card.contains(at)) return undefined;
  if (
    at instanceof HTMLInputElement ||
    at instanceof HTMLTextAreaElement ||
    at instanceof HTMLSelectElement
  ) {
    const start = at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type === 'text');
    return { kind: 'input', label: nameOf(at), start: start ? at.selectionStart : null };
  }
  return at instanceof HTMLButtonElement ? { kind: 'action', title: nameOf(at) } : { kind: 'card' };
}

/** Brings the focus back to that place, or else to the card itself, so that the keyboard doesn't start over. */
export function focusPlace(card: HTMLElement, place: Place): void {
  const selector = place.kind === 'action' ? 'button' : 'input, textarea, select';
  const wanted = place.kind === 'input' ? place.label : place.kind === 'action' ? place.title : undefined;
  const found = [...card.querySelectorAll<HTMLElement>(selector)].find(
    (element) => nameOf(element) === wanted,
  );
  (found ?? card).focus({ preventScroll: true });
  const isText =
    found instanceof HTMLTextAreaElement || (found instanceof HTMLInputElement && found.type === 'text');
  if (isText && place.kind === 'input' && place.start !== null)
    found.setSelectionRange(place.start, place.start);
}

function nameOf(element: HTMLElement): string {
  const labels = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const label = labels.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  return label === '' ? (element.getAttribute('aria-label') ?? element.textContent) : label;
}
