import type { Draft } from '../domain/draft/draft.ts';
import type { TextKey } from '../texts/texts.ts';
import type { Heard } from './heard.ts';
import { remarked } from './heard.ts';
import type { Request } from './reading/read-request.ts';
import { review } from './steps/steps.ts';

/** What somebody asks of the app while their draft stands open. */
export function hearRequest(draft: Draft, request: Request): Heard {
  switch (request) {
    case 'delete':
      return { draft: { ...draft, deleting: true } };
    case 'form':
      return { draft: remarked(draft, 'info', 'request.form') };
    case 'edit-submission':
      // At the overview they mean what they look at.
      if (draft.step === review) return { draft: remarked(draft, 'info', 'intake.review.which') };
      return { draft, wish: request };
    case 'withdraw':
    case 'todo':
    case 'reminders-off':
    case 'reminders-on':
    case 'ask-organiser':
    case 'people':
    case 'desk':
      return { draft, wish: request };
    default:
      return request satisfies never;
  }
}

/** What is said of a request that nothing here carries out; `undefined` for what has another answer. */
export function unavailable(request: Request): TextKey | undefined {
  switch (request) {
    case 'todo':
    case 'reminders-off':
    case 'reminders-on':
    case 'ask-organiser':
    case 'people':
    case 'desk':
      return `request.unavailable.${request}`;
    case 'delete':
    case 'form':
    case 'withdraw':
    case 'edit-submission':
      return undefined;
    default:
      return request satisfies never;
  }
}
