import { namesText } from '../conversation/names-text.ts';
import { whenText } from '../conversation/period-text.ts';
import type { Edition, Round } from '../domain/edition/edition.ts';
import { localText } from '../domain/edition/edition.ts';
import { participantName } from '../domain/submission/participant.ts';
import type { Language } from '../domain/person.ts';
import type { Submission } from '../domain/submission/submission.ts';
import { numberText, titleLength } from '../domain/submission/submission.ts';
import { text } from '../texts/texts.ts';
import { bareLine, plain, plainLine } from './escape.ts';
import type { TabLink } from './tab-link.ts';

interface Shown {
  edition: Edition;
  round: Round;
  submission: Submission;
}

/** The rest is one tap away, in the tab. */
const descriptionShown = 280;
const fallbackTitleShown = 60;

/** What every card of the jury says about the submission it is about, and where its actions go. */
export function submissionValues(language: Language, { edition, round, submission }: Shown, link: TabLink) {
  const number = numberText(edition.numberPrefix, submission.number);
  return {
    lang: language,
    fallbackText: text(language, 'jury.fallback', {
      number,
      title: bareLine(submission.title, fallbackTitleShown),
    }),
    submission: submission.id,
    round: round.id,
    number,
    title: plainLine(submission.title, titleLength.most),
    about: text(language, 'jury.about', {
      municipality: plain(participantName(submission.participant)),
      when: whenText(language, submission.finished),
    }),
    readLabel: text(language, 'jury.read'),
    link: link(submission.id),
  };
}

/** How the description begins. */
export function descriptionLine(submission: Submission): string {
  return plainLine(submission.description, descriptionShown);
}

const proofShown = 200;
const questionShown = 120;

/** What its submitter says that shows it works; empty when they were not asked. */
export function proofLine(language: Language, { proof }: Submission, most: number = proofShown): string {
  return proof === '' ? '' : text(language, 'jury.proof', { proof: plainLine(proof, most) });
}

/** Who else worked on it; empty when nobody did. */
export function partnersLine(language: Language, { partners }: Submission, most: number): string {
  if (partners.length === 0) return '';
  const names = namesText(language, partners.map(participantName));
  return text(language, 'jury.partners', { partners: plainLine(names, most) });
}

/** What its submitter answered where the jury judges: "Kan een andere gemeente het overnemen? **Ja**". */
export function judgementLines(language: Language, edition: Edition, { conditions }: Submission): string[] {
  return edition.conditions.flatMap(({ id, kind, question }) => {
    const answer = conditions[id];
    if (kind !== 'judgement' || answer === undefined) return [];
    return text(language, 'jury.judgement', {
      question: plainLine(localText(question, language), questionShown),
      answer: text(language, `intake.conditions.${answer}`),
    });
  });
}

export function bareTitle(submission: Submission): string {
  return bareLine(submission.title, titleLength.most);
}
