import { participantName } from '../domain/submission/participant.ts';
import { localText } from '../domain/edition/edition.ts';
import type { Language } from '../domain/person.ts';
import { numberText } from '../domain/submission/submission.ts';
import { text } from '../texts/texts.ts';
import type { JuryPostView } from '../use-cases/judging/view-jury-post.ts';
import { plainLine } from './escape.ts';
import { expandCard } from './expand-card.ts';
import type { Card } from './expand-card.ts';
import { scoringText } from './jury-round-text.ts';
import {
  bareTitle,
  descriptionLine,
  judgementLines,
  proofLine,
  submissionValues,
} from './jury-submission-lines.ts';
import type { TabLink } from './tab-link.ts';

/** A channel has one post for people of every language. */
const channelLanguage: Language = 'nl';
const categoryShown = 60;

/** The post in the jury channel: the same for everyone, whoever asks for it. */
export function juryPostCard(view: JuryPostView, link: TabLink): Card {
  return expandCard('jury-post', juryPostValues(view, link));
}

/** What a notification about the post says. */
export function juryPostSummary({ edition, submission }: JuryPostView): string {
  return text(channelLanguage, 'jury.summary', {
    number: numberText(edition.numberPrefix, submission.number),
    title: bareTitle(submission),
    municipality: participantName(submission.participant),
  });
}

/** What `adaptive-cards/jury-post` is filled with. */
export function juryPostValues(view: JuryPostView, link: TabLink) {
  const submission = submissionValues(channelLanguage, view, link);
  const category = plainLine(localText(view.category.name, channelLanguage), categoryShown);
  const isWithdrawn = view.submission.status === 'withdrawn';
  const judgements = isWithdrawn ? [] : judgementLines(channelLanguage, view.edition, view.submission);
  return {
    ...submission,
    // What is withdrawn is not for the jury to read.
    ...(isWithdrawn && { about: '' }),
    description: isWithdrawn ? '' : descriptionLine(view.submission),
    proof: isWithdrawn ? '' : proofLine(channelLanguage, view.submission),
    judgements: judgements.map((line) => ({ line })),
    judgementsLabel: judgements.length === 0 ? '' : text(channelLanguage, 'jury.judgements'),
    isWithdrawn,
    overline: `${submission.number} · ${category}`,
    isExample: view.submission.example,
    exampleLabel: text(channelLanguage, 'jury.example'),
    progress: isWithdrawn ? '' : progressText(channelLanguage, view),
    when: isWithdrawn ? text(channelLanguage, 'jury.withdrawn') : scoringText(channelLanguage, view),
    isOpen: view.roundPhase === 'open' && !isWithdrawn,
    openLabel: text(channelLanguage, 'jury.open'),
    abstainLabel: text(channelLanguage, 'sheet.abstain'),
    refreshFor: isWithdrawn ? [] : view.refreshFor,
  };
}

/** "1 van 5 beoordeeld": how many, never who or what. */
export function progressText(
  language: Language,
  { handedIn, judges }: Pick<JuryPostView, 'handedIn' | 'judges'>,
): string {
  return text(language, 'jury.progress', { done: handedIn, all: judges });
}
