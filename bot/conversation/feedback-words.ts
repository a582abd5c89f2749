import type { Round } from '../domain/edition/edition.ts';
import { localText } from '../domain/edition/edition.ts';
import type { FeedbackFindings } from '../domain/judging/feedback.ts';
import type { Language } from '../domain/person.ts';
import { speak } from '../texts/texts.ts';
import type { FeedbackWords } from '../use-cases/feedback/feedback-write.ts';

/** What a submitter hears of a round, as it is first drafted: a paragraph a line. */
export const feedbackWords: FeedbackWords = (findings, { edition, round, submission }) => {
  const place = edition.rounds.findIndex(({ id }) => id === round.id);
  const next = edition.rounds[place + 1];
  const inLanguage = (language: Language) =>
    paragraphs(language, findings, { title: submission.title, round, next }).join('\n');
  return { nl: inLanguage('nl'), en: inLanguage('en') };
};

function paragraphs(
  language: Language,
  { sheets, overall, criteria, next: step }: FeedbackFindings,
  { title, round, next }: { title: string; round: Round; next: Round | undefined },
): string[] {
  const say = speak(language);
  const names = new Map(round.criteria.map(({ id, name }) => [id, localText(name, language)]));
  return [
    say('feedback.begin', { title, round: localText(round.name, language) }),
    say('feedback.sheets', { sheets }),
    ...(overall === undefined ? [] : [say(`feedback.overall.${overall}`)]),
    ...criteria.map(({ criterionId, standing }) =>
      say(`feedback.criterion.${standing}`, { criterion: names.get(criterionId) ?? criterionId }),
    ),
    say(`feedback.next.${step}`, { round: next === undefined ? '' : localText(next.name, language) }),
  ];
}
