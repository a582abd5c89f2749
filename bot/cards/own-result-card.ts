import { localText } from '../domain/edition/edition.ts';
import type { ScoreSheet } from '../domain/judging/score-sheet.ts';
import type { Language } from '../domain/person.ts';
import { sheetMean } from '../domain/ranking/fair-mean.ts';
import { decimalText, momentText } from '../texts/dates.ts';
import { speak, text } from '../texts/texts.ts';
import type { SheetView } from '../use-cases/judging/score-submission.ts';
import type { JuryPostView } from '../use-cases/judging/view-jury-post.ts';
import type { ChatWay } from './chat-way.ts';
import { wayValues } from './chat-way.ts';
import { plainLine } from './escape.ts';
import { expandCard } from './expand-card.ts';
import type { Card } from './expand-card.ts';
import { progressText } from './jury-post-card.ts';
import { changingText } from './jury-round-text.ts';
import { submissionValues } from './jury-submission-lines.ts';
import { criterionNameShown, scoreText } from './sheet-card.ts';
import type { TabLink } from './tab-link.ts';

export interface ResultDrawing {
  view: SheetView & { sheet: ScoreSheet };
  progress: Pick<JuryPostView, 'handedIn' | 'judges'>;
  /** The judge's own id in Teams, so that Teams keeps their view up to date. */
  teamsUserId?: string;
  /** In the judge's own chat, where to go from here. */
  way?: ChatWay;
}

/** Enough to recognise it by; the sheet has all of it. */
const remarkShown = 300;

/** A judge's own sheet as they handed it in. */
export function ownResultCard(language: Language, drawing: ResultDrawing, link: TabLink): Card {
  return expandCard('own-result', ownResultValues(language, drawing, link));
}

/** What `adaptive-cards/own-result` is filled with. */
export function ownResultValues(
  language: Language,
  { view, progress, teamsUserId, way }: ResultDrawing,
  link: TabLink,
) {
  const { sheet, round } = view;
  const say = speak(language);
  const submission = submissionValues(language, view, link);
  const mean = sheetMean(sheet.scores, round.criteria);
  return {
    ...submission,
    overline: say('sheet.overline', { number: submission.number }),
    state: stateText(language, view),
    criteria: round.criteria.map(({ id, name }) => ({
      name: plainLine(localText(name, language), criterionNameShown),
      score: scoreText(say, sheet.scores[id] ?? 'not-assessable'),
      remark: plainLine(sheet.remarks[id] ?? '', remarkShown),
    })),
    meanLabel: say('sheet.mean'),
    mean: mean === undefined ? say('sheet.no-mean') : decimalText(language, mean),
    overallRemark: plainLine(sheet.overallRemark, remarkShown),
    progress: progressText(language, progress),
    when: changingText(language, view),
    mayChange: view.roundPhase === 'open',
    changeLabel: say('sheet.change'),
    ...wayValues(language, way),
    refreshFor: teamsUserId === undefined ? [] : [teamsUserId],
  };
}

function stateText(language: Language, { sheet, edition }: ResultDrawing['view']): string {
  const { handedInAt, updatedAt } = sheet;
  const isRevised = handedInAt !== undefined && handedInAt < updatedAt;
  return text(language, isRevised ? 'sheet.revised-at' : 'sheet.handed-in-at', {
    moment: momentText(language, updatedAt, edition.zone),
  });
}
