import type { Edition, OwnQuestion } from '../../domain/edition/edition.ts';
import { localText } from '../../domain/edition/edition.ts';
import type { Language } from '../../domain/person.ts';

/** The questions that only this edition asks, in their order. */
export function ownQuestions({ steps }: Edition): OwnQuestion[] {
  return steps.filter((step): step is OwnQuestion => 'id' in step);
}

/** What was typed; of a choice the option's name, as long as the edition has that option. */
export function ownAnswer(question: OwnQuestion, given: string, language: Language): string {
  if (question.ask !== 'choice') return given;
  const option = question.options.find(({ id }) => id === given);
  return option === undefined ? given : localText(option.name, language);
}
