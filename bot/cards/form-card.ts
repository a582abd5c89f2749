import type { FormView } from '../conversation/form-view.ts';
import type { Language } from '../domain/person.ts';
import type { Card } from './expand-card.ts';
import { expandCard } from './expand-card.ts';
import { formDrawing } from './form-drawing.ts';

/** The form as a dialog shows it. */
export function drawForm(view: FormView, language: Language): { title: string; card: Card } {
  const { template, values, summary } = formDrawing(view, language);
  return { title: summary, card: expandCard(template, values) };
}
