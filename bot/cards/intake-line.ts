import type { Line } from '../conversation/intake-view.ts';
import { wordsText } from '../conversation/wording.ts';
import type { Language } from '../domain/person.ts';
import { text } from '../texts/texts.ts';
import { plainLine } from './escape.ts';

/** With its label, a line on a phone. */
const mostShown = 44;
const mostLabel = 40;

/** One answer, short: "✓ Gemeente: Utrecht". */
export function intakeLine({ label, answer }: Line, language: Language): string {
  return text(language, 'intake.line', {
    label: plainLine(wordsText(language, label), mostLabel),
    answer: plainLine(answer, mostShown),
  });
}
