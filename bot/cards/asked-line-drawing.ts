import type { PersonalView } from '../conversation/personal-view.ts';
import type { Language } from '../domain/person.ts';
import type { Drawing } from './drawing.ts';
import { storedPlainly, storedSaid } from './said-safely.ts';

/** What is left of a question that moved down unanswered. */
export function askedLineDrawing(
  view: Extract<PersonalView, { kind: 'asked-line' }>,
  language: Language,
): Drawing {
  const line = storedSaid(language, view);
  const summary = storedPlainly(language, view);
  return { template: 'answered-line', values: { lang: language, fallbackText: summary, line }, summary };
}
