import type { Language } from '../domain/person.ts';
import type { PersonalView } from '../conversation/personal-view.ts';
import type { Drawing } from './drawing.ts';
import { answeredLineDrawing } from './answered-line-drawing.ts';
import { askedLineDrawing } from './asked-line-drawing.ts';
import { feedbackDrawing } from './feedback-drawing.ts';
import { intakeDrawing } from './intake-drawing.ts';
import { noticeDrawing } from './notice-drawing.ts';
import { ownSubmissionDrawing } from './own-submission-drawing.ts';
import { ownSubmissionsDrawing } from './own-submissions-drawing.ts';
import { receiptDrawing } from './receipt-drawing.ts';

/** How a message of the personal chat is drawn. */
export function personalDrawing(view: PersonalView, language: Language): Drawing {
  switch (view.kind) {
    case 'intake':
      return intakeDrawing(view, language);
    case 'answered-line':
      return answeredLineDrawing(view, language);
    case 'asked-line':
      return askedLineDrawing(view, language);
    case 'receipt':
      return receiptDrawing(view, language);
    case 'own-submissions':
      return ownSubmissionsDrawing(view, language);
    case 'own-submission':
      return ownSubmissionDrawing(view, language);
    case 'feedback':
      return feedbackDrawing(view, language);
    case 'notice':
      return noticeDrawing(view, language);
    default:
      return view satisfies never;
  }
}
