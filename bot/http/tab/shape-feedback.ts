import type { LocalText } from '../../domain/edition/edition.ts';
import { localText } from '../../domain/edition/edition.ts';
import { wordsLength } from '../../domain/judging/feedback.ts';
import { remarkLength } from '../../domain/judging/score-sheet.ts';
import type {
  FeedbackLine as LineView,
  FeedbackList as ListView,
} from '../../use-cases/feedback/feedback-list.ts';
import type { FeedbackWork } from '../../use-cases/feedback/feedback-work.ts';
import type { Feedback, FeedbackLine, FeedbackList } from '../contract/feedback.ts';
import { shapeLine } from './shape.ts';

/** Feedback as the contract has it, field by field. */

export function shapeFeedbackList({ edition, round, lines }: ListView): FeedbackList {
  return { roundId: round.id, lines: lines.map((line) => shapeFeedbackLine(edition, line)) };
}

export function shapeFeedback({ edition, round, line, names }: FeedbackWork): Feedback {
  const { feedback } = line;
  const signed = (act: { by: string; at: string } | undefined) =>
    act && { by: names.get(act.by), at: act.at };
  return {
    line: shapeFeedbackLine(edition, line),
    roundName: both(round.name),
    revision: feedback?.revision ?? 0,
    words: { nl: feedback?.words.nl ?? '', en: feedback?.words.en ?? '' },
    remarks: (feedback?.remarks ?? []).map(({ criterionId, text, seemsToName, leftOut = false }) => ({
      ...{ criterionId, text, seemsToName, leftOut },
    })),
    criteria: round.criteria.map(({ id, name }) => ({ id, name: both(name) })),
    most: { words: wordsLength.most, remark: remarkLength.most },
    approved: signed(feedback?.approved),
    sent: signed(feedback?.sent),
  };
}

function shapeFeedbackLine(edition: ListView['edition'], line: LineView): FeedbackLine {
  const { submission, feedback, isOutdated, delivery } = line;
  const told = (feedback?.remarks ?? []).filter(({ leftOut }) => leftOut !== true);
  return {
    submission: shapeLine(edition, submission),
    status: feedback?.status ?? 'none',
    isOutdated,
    remarks: told.length,
    naming: told.filter(({ seemsToName }) => seemsToName).length,
    next: feedback?.findings.next,
    sentAt: feedback?.sent?.at,
    delivery,
  };
}

function both(text: LocalText): { nl: string; en: string } {
  return { nl: localText(text, 'nl'), en: localText(text, 'en') };
}
