import type { Language } from '../domain/person.ts';
import { participantName } from '../domain/submission/participant.ts';
import { numberText } from '../domain/submission/submission.ts';
import type { Submission } from '../domain/submission/submission.ts';
import { momentText } from '../texts/dates.ts';
import { text } from '../texts/texts.ts';
import type { NominationView } from '../use-cases/submitting/view-nomination.ts';
import type { Drawing } from './drawing.ts';
import { bareLine, plainLine } from './escape.ts';
import { saidSafely } from './said-safely.ts';
import type { TabLink } from './tab-link.ts';

/** A channel has one post for people of every language. */
const channelLanguage: Language = 'nl';
const mostName = 100;
const mostTitle = 120;
const mostDescription = 400;
const mostSummary = 300;

/** The post of a nomination in the organisers' channel. */
export function nominationPostDrawing(view: NominationView, link: TabLink): Drawing {
  const language = channelLanguage;
  const { edition, submission, nominator } = view;
  const summary = text(language, 'nomination.summary', namesIn(view));
  const values = {
    lang: language,
    fallbackText: bareLine(summary, mostSummary),
    overline: text(language, 'nomination.overline', {
      number: numberText(edition.numberPrefix, submission.number),
    }),
    title: plainLine(submission.title, mostTitle),
    about: saidSafely(language, 'nomination.about', {
      participant: participantName(submission.participant),
      name: nominator,
    }),
    description: plainLine(submission.description, mostDescription),
    contact: contactText(submission, language),
    status: statusText(view, language),
    readLabel: text(language, 'jury.read'),
    link: link(submission.id),
  };
  return { template: 'nomination-post', values, summary: values.fallbackText };
}

/** Asks the contact over there whether it is right; once answered they can still say the other. */
export function nominationInvitationDrawing(view: NominationView, language: Language): Drawing {
  const { edition, submission, nominator, answer } = view;
  const isOpen = submission.status === 'submitted';
  const values = {
    lang: language,
    fallbackText: bareLine(text(language, 'nomination.ask.summary', namesIn(view)), mostSummary),
    title: saidSafely(language, 'nomination.ask.title', { name: nominator }),
    text: saidSafely(language, 'nomination.ask.text', { ...namesIn(view), edition: edition.name }),
    description: plainLine(submission.description, mostDescription),
    status: isOpen
      ? answer === undefined
        ? ''
        : text(language, `nomination.ask.${answer.answer}`)
      : text(language, 'nomination.ask.withdrawn'),
    canConfirm: isOpen && answer?.answer !== 'confirmed',
    canDecline: isOpen && answer?.answer !== 'declined',
    confirmLabel: text(language, 'nomination.ask.confirm'),
    declineLabel: text(language, 'nomination.ask.decline'),
    submission: submission.id,
  };
  return { template: 'nomination-invitation', values, summary: values.fallbackText };
}

function namesIn({ nominator, submission }: NominationView) {
  return {
    name: bareLine(nominator, mostName),
    title: bareLine(submission.title, mostTitle),
    participant: participantName(submission.participant),
  };
}

function contactText({ contactThere }: Submission, language: Language): string {
  if (contactThere === undefined) return text(language, 'nomination.contact-there.none');
  const { name, mail, phone } = contactThere;
  const contact = [name, mail, phone].filter((each) => each !== undefined && each !== '').join(', ');
  return saidSafely(language, 'nomination.contact-there', { contact });
}

function statusText({ submission, answer, edition, nominator }: NominationView, language: Language): string {
  if (submission.status === 'withdrawn') return text(language, 'nomination.status.withdrawn');
  if (answer === undefined) {
    const participant = participantName(submission.participant);
    return saidSafely(language, 'nomination.status.waiting', { participant });
  }
  const at = momentText(language, answer.at, edition.zone);
  return saidSafely(language, `nomination.status.${answer.answer}`, { name: answer.name, at, nominator });
}
