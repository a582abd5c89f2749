import type { PersonalView } from '../conversation/personal-view.ts';
import { wordsText } from '../conversation/wording.ts';
import type { Language } from '../domain/person.ts';
import { text } from '../texts/texts.ts';
import type { Drawing } from './drawing.ts';
import { bareLine, plainLine } from './escape.ts';

const mostShown = 120;
const mostLabel = 40;

/** What is left of a question that was answered by typing. */
export function answeredLineDrawing(
  view: Extract<PersonalView, { kind: 'answered-line' }>,
  language: Language,
): Drawing {
  const label = wordsText(language, view.label);
  const summary = text(language, 'intake.line', {
    label: bareLine(label, mostLabel),
    answer: bareLine(view.answer, mostShown),
  });
  const line = text(language, 'intake.line', {
    label: plainLine(label, mostLabel),
    answer: plainLine(view.answer, mostShown),
  });
  return { template: 'answered-line', values: { lang: language, fallbackText: summary, line }, summary };
}
