import type { PersonalView } from '../conversation/personal-view.ts';
import type { Language } from '../domain/person.ts';
import { text } from '../texts/texts.ts';
import type { Drawing } from './drawing.ts';
import { bareLine, plainLine } from './escape.ts';

const mostShown = 120;

/** What is left of a question that was answered by typing. */
export function answeredLineDrawing(
  view: Extract<PersonalView, { kind: 'answered-line' }>,
  language: Language,
): Drawing {
  const label = text(language, view.label);
  const summary = text(language, 'intake.line', { label, answer: bareLine(view.answer, mostShown) });
  const line = text(language, 'intake.line', { label, answer: plainLine(view.answer, mostShown) });
  return { template: 'answered-line', values: { lang: language, fallbackText: summary, line }, summary };
}
