import { closingText } from '../conversation/closing-text.ts';
import type { OwnSubmission } from '../conversation/own-submissions.ts';
import type { Language } from '../domain/person.ts';
import { momentText } from '../texts/dates.ts';
import { speak } from '../texts/texts.ts';

/** Where it stands, in plain words. */
export function stageText(submission: OwnSubmission, language: Language): string {
  const { stage, zone, closesAt, withdrawnAt, mayChange } = submission;
  const say = speak(language);
  const closing = closingText(language, { closesAt, zone });
  switch (stage.kind) {
    case 'received':
      return receivedText(submission, language);
    case 'withdrawn': {
      const moment = momentText(language, withdrawnAt ?? submission.submittedAt, zone);
      return say(mayChange ? 'own.stage.withdrawn' : 'own.stage.withdrawn.closed', { moment, closing });
    }
    case 'waiting':
      return say('own.stage.waiting');
    case 'judging':
      return say('own.stage.judging', { closing: closingText(language, { closesAt: stage.until, zone }) });
    case 'judged':
      return say('own.stage.judged');
    default:
      return stage satisfies never;
  }
}

/** What there is to say besides: until when it can be changed, or else when it came in. */
export function besidesText(submission: OwnSubmission, language: Language): string {
  const { stage, closesAt, zone } = submission;
  if (stage.kind !== 'received') return receivedText(submission, language);
  return speak(language)('own.until', { closing: closingText(language, { closesAt, zone }) });
}

/** When it came in, and when it was changed if it was. */
function receivedText({ submittedAt, changedAt, zone }: OwnSubmission, language: Language): string {
  const say = speak(language);
  const received = momentText(language, submittedAt, zone);
  if (changedAt === undefined) return say('own.received', { received });
  return say('own.received.changed', { received, changed: momentText(language, changedAt, zone) });
}
