import type { ReasonFault } from '../domain/judging/abstention.ts';
import type { Language } from '../domain/person.ts';
import { text } from '../texts/texts.ts';
import type { SheetView } from '../use-cases/judging/score-submission.ts';
import type { Card } from './expand-card.ts';
import { expandCard } from './expand-card.ts';
import { submissionValues } from './jury-submission-lines.ts';
import { abstainValues } from './sheet-card.ts';
import type { TabLink } from './tab-link.ts';

export interface AbstainFormDrawing {
  view: SheetView;
  reason: string;
  fault?: ReasonFault;
}

/** Where a judge says why they abstain, in the place of the post. */
export function abstainFormCard(language: Language, drawing: AbstainFormDrawing, link: TabLink): Card {
  return expandCard('abstain-form', abstainFormValues(language, drawing, link));
}

/** What `adaptive-cards/abstain-form` is filled with. */
export function abstainFormValues(
  language: Language,
  { view, reason, fault }: AbstainFormDrawing,
  link: TabLink,
) {
  const submission = submissionValues(language, view, link);
  return {
    ...submission,
    overline: text(language, 'sheet.overline', { number: submission.number }),
    ...abstainValues(language, { view, abstaining: { reason, fault } }),
    cancelLabel: text(language, 'sheet.abstain-cancel'),
  };
}
