import type { Criterion, Scale, ScaleAnchor } from '../domain/edition/edition.ts';
import { shortened } from '../conversation/reading/words.ts';
import { localText } from '../domain/edition/edition.ts';
import type { ReasonFault } from '../domain/judging/abstention.ts';
import { reasonLength } from '../domain/judging/abstention.ts';
import type { Score, SheetContent } from '../domain/judging/score-sheet.ts';
import type { Language } from '../domain/person.ts';
import { descriptionLength, proofLength } from '../domain/submission/submission.ts';
import { speak } from '../texts/texts.ts';
import type { Speak } from '../texts/texts.ts';
import type { SheetView } from '../use-cases/judging/score-submission.ts';
import { bareLine, plain, plainLine } from './escape.ts';
import { expandCard } from './expand-card.ts';
import type { Card } from './expand-card.ts';
import { descriptionLine, partnersLine, proofLine, submissionValues } from './jury-submission-lines.ts';
import { remarkInput, scoreInput, scoreValue } from './sheet-input.ts';
import { sheetNotice } from './sheet-notice.ts';
import type { TabLink } from './tab-link.ts';

export interface SheetDrawing {
  view: SheetView;
  /** What the fields hold: what is stored, or what the judge typed and could not be stored. */
  content: SheetContent;
  /** Scores that were chosen here while another device chose differently. */
  chosenHere?: SheetContent['scores'];
  /** The judge wants to abstain, and what they wrote about that can't be taken yet. */
  abstaining?: { reason: string; fault?: ReasonFault };
  /** In the judge's own chat, where no post stands above it: it tells more of the case, and leads to the next one. */
  inChat?: boolean;
  /** So many judge this that Teams may put the post back under their hands. */
  isCrowded?: boolean;
}

/** Names that organisers write are meant to be shorter than this, in characters. */
export const criterionNameShown = 40;
/** How much is shown, in characters: the most that leaves the card small enough. */
const steps = [
  { explanation: 1_000, description: descriptionLength.most, proof: proofLength.most, partners: 600 },
  { explanation: 300, description: 1_200, proof: 600, partners: 300 },
  { explanation: 60, description: 600, proof: 200, partners: 120 },
  { explanation: 30, description: 120, proof: 0, partners: 0 },
] as const;

/** How long the texts of a sheet may be, in characters. */
type Room = Record<keyof (typeof steps)[0], number>;

/** Bytes, without what stands in the fields: that is never shortened. */
const budget = 20 * 1_024;

/** A judge's own sheet to fill in. */
export function sheetCard(language: Language, drawing: SheetDrawing, link: TabLink): Card {
  const draw = (room: Room) => expandCard('score-sheet', sheetValues(language, drawing, link, room));
  const [most, ...less] = steps;
  let card = draw(most);
  for (const fewer of less) {
    if (bytesOf(card) - bytesOf(drawing.content) <= budget) break;
    card = draw(fewer);
  }
  return card;
}

function bytesOf(value: object): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/** What `adaptive-cards/score-sheet` is filled with. */
export function sheetValues(language: Language, drawing: SheetDrawing, link: TabLink, room: Room = steps[0]) {
  const { view, content } = drawing;
  const say = speak(language);
  const submission = submissionValues(language, view, link);
  const isRevising = view.sheet?.status === 'handed-in';
  return {
    ...submission,
    ...caseValues(language, drawing, room),
    basedOn: view.sheet?.revision ?? 0,
    overline: say('sheet.overline', { number: submission.number }),
    criteria: view.round.criteria.map((criterion) => ({
      ...criterionValues(language, criterion, drawing),
      explanation: plainLine(localText(criterion.explanation, language), room.explanation),
    })),
    choices: choicesOf(view.round.scale, language),
    scorePlaceholder: say('sheet.score-placeholder'),
    addRemarkLabel: say('sheet.add-remark'),
    remarkPlaceholder: say('sheet.remark-placeholder'),
    overallLabel: say('sheet.overall-label'),
    overallRemark: content.overallRemark,
    ...sheetNotice(language, drawing),
    ...abstainValues(language, drawing),
    footer: say(drawing.isCrowded === true ? 'sheet.only-you-crowd' : 'sheet.only-you'),
    handInLabel: say(isRevising ? 'sheet.hand-in-again' : 'sheet.hand-in'),
    maySave: !isRevising,
    saveNextLabel: drawing.inChat === true && !isRevising ? say('sheet.save-next') : '',
    saveLabel: say('sheet.save'),
    closeLabel: say(drawing.inChat === true ? 'sheet.close-to-list' : 'sheet.close'),
  };
}

/** What it is about: below the post how it begins, in the chat as much of it as fits. */
function caseValues(language: Language, { view, inChat }: SheetDrawing, room: Room) {
  const { submission } = view;
  if (inChat !== true) return { description: descriptionLine(submission), proof: '', partners: '' };
  return {
    description: plain(shortened(submission.description, room.description)),
    proof: room.proof === 0 ? '' : proofLine(language, submission, room.proof),
    partners: room.partners === 0 ? '' : partnersLine(language, submission, room.partners),
  };
}

export function abstainValues(
  language: Language,
  { view, abstaining }: Pick<SheetDrawing, 'view' | 'abstaining'>,
) {
  const say = speak(language);
  return {
    abstaining: abstaining !== undefined,
    abstention: view.abstention?.revision ?? 0,
    abstainLabel: say('sheet.abstain'),
    abstainExplanation: say('sheet.abstain-explanation'),
    abstainReasonLabel: say('sheet.abstain-label'),
    abstainPlaceholder: say('sheet.abstain-placeholder'),
    abstainReason: abstaining?.reason ?? '',
    abstainFault: faultText(say, abstaining?.fault),
    abstainSubmitLabel: say('sheet.abstain-submit'),
  };
}

function faultText(say: Speak, fault: ReasonFault | undefined): string {
  if (fault === undefined) return '';
  switch (fault.code) {
    case 'missing':
      return say('sheet.abstain-missing');
    case 'too-long':
      return say('sheet.abstain-too-long', { by: fault.by, most: reasonLength.most });
    default:
      return fault satisfies never;
  }
}

function criterionValues(
  language: Language,
  { id, name }: Criterion,
  { view, content, chosenHere }: SheetDrawing,
) {
  const say = speak(language);
  const criterion = bareLine(localText(name, language), criterionNameShown);
  const here = chosenHere?.[id];
  return {
    name: plainLine(criterion, criterionNameShown),
    fault: view.faults.some((fault) => fault.criterionId === id) ? say('sheet.missing') : '',
    elsewhere: here === undefined ? '' : say('sheet.chosen-here', { score: scoreText(say, here) }),
    scoreId: scoreInput(id),
    scoreLabel: say('sheet.score-label', { criterion }),
    score: scoreValue(content.scores[id]),
    remarkId: remarkInput(id),
    remarkLabel: say('sheet.remark-label', { criterion }),
    remark: content.remarks[id] ?? '',
    addRemarkId: `add.${id}`,
    addRemarkTitle: say('sheet.add-remark-to', { criterion }),
  };
}

/** "4", or "niet te beoordelen". */
export function scoreText(say: Speak, score: Score): string {
  return score === 'not-assessable' ? say('sheet.not-assessable') : String(score);
}

function choicesOf({ lowest, highest, anchors = [] }: Scale, language: Language) {
  const say = speak(language);
  const numbers = Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index);
  const title = (score: number) => {
    const anchor = anchors.find(({ value }) => value === score);
    if (anchor !== undefined) return say('sheet.anchored', { score, anchor: anchorText(anchor, language) });
    if (score === lowest) return say('sheet.lowest', { score });
    return score === highest ? say('sheet.highest', { score }) : String(score);
  };
  return [
    ...numbers.map((score) => ({ title: title(score), value: scoreValue(score) })),
    { title: say('sheet.not-assessable'), value: scoreValue('not-assessable') },
  ];
}

function anchorText({ text }: ScaleAnchor, language: Language): string {
  return bareLine(localText(text, language), criterionNameShown);
}
