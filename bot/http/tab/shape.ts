import type { Edition, Round } from '../../domain/edition/edition.ts';
import { categoryOf, localText, phaseOf } from '../../domain/edition/edition.ts';
import type { Instant } from '../../domain/instant.ts';
import { participantName } from '../../domain/submission/participant.ts';
import type { Language } from '../../domain/person.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { numberText } from '../../domain/submission/submission.ts';
import type { MeView } from '../../use-cases/overview/view-me.ts';
import type { ProgressView } from '../../use-cases/overview/view-progress.ts';
import type { Me } from '../contract/me.ts';
import type { SubmissionLine } from '../contract/parts.ts';
import type { Progress } from '../contract/progress.ts';

/** What use cases returned, as the contract has it: field by field, so that what is not listed can't slip out. */

export function shapeMe(view: MeView, name: string, language: Language, now: Instant): Me {
  return {
    name,
    language,
    roles: view.roles,
    may: view.may,
    edition: view.edition && shapeEdition(view.edition, language, now),
    round: view.round && shapeRound(view.round, language, now),
    standings: view.standings,
  };
}

export function shapeProgress(view: ProgressView): Progress {
  return {
    roundId: view.round.id,
    lines: view.lines.map(({ submission, handedIn, judges, own, ownMean }) => ({
      submission: shapeLine(view.edition, submission),
      handedIn,
      judges,
      own,
      ownMean,
    })),
  };
}

function shapeEdition(edition: Edition, language: Language, now: Instant): Me['edition'] {
  return {
    id: edition.id,
    name: edition.name,
    zone: edition.zone,
    opensAt: edition.opensAt,
    closesAt: edition.closesAt,
    phase: phaseOf(edition, now),
    categories: edition.categories.map(({ id, name, explanation }) => ({
      id,
      name: localText(name, language),
      explanation: localText(explanation, language),
    })),
    example: edition.example,
  };
}

function shapeRound(round: Round, language: Language, now: Instant): Me['round'] {
  return {
    id: round.id,
    name: localText(round.name, language),
    opensAt: round.opensAt,
    closesAt: round.closesAt,
    phase: phaseOf(round, now),
    shortlistSize: round.shortlistSize,
    scale: { lowest: round.scale.lowest, highest: round.scale.highest },
  };
}

export function shapeLine(edition: Edition, submission: Omit<Submission, 'contact'>): SubmissionLine {
  return {
    id: submission.id,
    number: numberText(edition.numberPrefix, submission.number),
    title: submission.title,
    participant: participantName(submission.participant),
    categoryId: submission.categoryId,
    example: submission.example,
  };
}

export function categoryName(edition: Edition, categoryId: string, language: Language): string {
  const category = categoryOf(edition, categoryId);
  return category === undefined ? categoryId : localText(category.name, language);
}
