import type { RefusalCode } from '../../use-cases/refusal.ts';

/** The HTTP status that says a use case's refusal. */
export function statusOf(code: RefusalCode): number {
  switch (code) {
    case 'not-found':
    case 'no-edition':
      return 404;
    case 'malformed':
    case 'too-many-lines':
    case 'bad-moment':
    case 'no-hour-left':
      return 400;
    case 'changed-meanwhile':
      return 409;
    case 'not-a-judge':
    case 'conflict':
    case 'withdrawn':
    case 'round-not-open':
    case 'round-closed':
    case 'not-assigned':
    case 'abstained':
    case 'edition-not-open':
    case 'edition-closed':
    case 'not-organiser':
    case 'last-organiser':
    case 'not-chair':
    case 'round-not-frozen':
    case 'cut-fixed':
    case 'cut-not-proposed':
    case 'cut-undecided':
    case 'feedback-sent':
    case 'feedback-not-approved':
    case 'feedback-outdated':
      return 403;
    default:
      return code satisfies never;
  }
}
