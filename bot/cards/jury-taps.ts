import { z } from 'zod';
import type { Tapped, TapReply } from '../conversation/inbound-event.ts';
import type { SheetContent } from '../domain/judging/score-sheet.ts';
import { sameContent, tidyRemark } from '../domain/judging/score-sheet.ts';
import { reasonFault } from '../domain/judging/abstention.ts';
import { text } from '../texts/texts.ts';
import { abstain, undoAbstention } from '../use-cases/judging/abstain.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import { letSheetGo, openFormOf } from '../use-cases/judging/keep-sheet-open.ts';
import type { SheetCommand, SheetView } from '../use-cases/judging/score-submission.ts';
import { writeSheet } from '../use-cases/judging/score-submission.ts';
import { abstainFormReply, confirmAbstaining, keptReason, openAbstainForm } from './jury-abstain-taps.ts';
import type { JuryTapsContext, Tap } from './jury-tap.ts';
import {
  abstentionReply,
  backReply,
  contentOf,
  isHandedIn,
  nextReply,
  openSheet,
  ownSheet,
  ownSheetIfAny,
  ownSheetOf,
  resultReply,
  sheetReply,
  unlessAbstaining,
} from './jury-tap.ts';
import { readSheetInput, tooLong } from './sheet-input.ts';
import { mergeSheets } from './sheet-merge.ts';
import { tooLongReply } from './sheet-too-long.ts';

/** What the cards of the jury carry, besides the fields of a sheet. */
const address = z.object({
  submission: z.string().min(1).max(100),
  round: z.enum(['preselection', 'assessment', 'pitch']),
});
const counted = z.int().min(0);
const revision = z.object({ basedOn: counted });
const undoing = z.object({ abstention: counted });
const abstaining = z.object({
  basedOn: counted,
  abstention: counted,
  'abstain.reason': z.string().max(100_000).default(''),
});

/** Whether a tap is one on a card of the jury. */
export function isJuryVerb(verb: string): boolean {
  return Object.hasOwn(answers, verb);
}

/**
 * Answers taps on the cards of the jury: with the card that takes the tapped one's place for this person, or with a
 * sentence. What is refused is a sentence; what Teams asks by itself is never refused.
 */
export function createJuryTaps(context: JuryTapsContext): (event: Tapped) => Promise<TapReply> {
  return async (event) => {
    try {
      const answer = isJuryVerb(event.verb) ? answers[event.verb] : undefined;
      const data = address.safeParse(event.data);
      if (answer === undefined || !data.success) throw new RefusedError('malformed');
      return await answer({ context, event, submissionId: data.data.submission, roundId: data.data.round });
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      return refusalReply(error, event);
    }
  };
}

type Answer = (tap: Tap) => Promise<TapReply>;

const answers: Partial<Record<string, Answer>> = {
  'sheet.open': unlessAbstaining(open),
  'sheet.refresh': unlessAbstaining(refresh),
  'sheet.close': unlessAbstaining(close),
  'sheet.edit': unlessAbstaining(edit),
  'sheet.abstain': unlessAbstaining(tapAbstain),
  'sheet.abstain-undo': tapUndo,
  'sheet.abstain-open': unlessAbstaining(openAbstainForm),
  'sheet.abstain-confirm': unlessAbstaining(confirmAbstaining),
  'sheet.save': (tap) => write(tap, 'save'),
  'sheet.save-next': unlessAbstaining(saveAndGoOn),
  'sheet.hand-in': (tap) => write(tap, 'hand-in'),
};

/** What the cards of the jury can ask. */
export const juryVerbs: readonly string[] = Object.keys(answers);

function refusalReply({ code }: RefusedError, event: Tapped): TapReply {
  const sentence = text(event.person.language, `refusal.${code}`);
  return event.automatic ? { kind: 'message', text: sentence } : { kind: 'error', code, text: sentence };
}

async function open(tap: Tap): Promise<TapReply> {
  const view = await ownSheet(tap);
  if (isHandedIn(view)) return resultReply(tap, view);
  return openSheet(tap, view);
}

async function edit(tap: Tap): Promise<TapReply> {
  return openSheet(tap, await ownSheet(tap));
}

/** Where the person was: at what they were filling in, at what they handed in, or at the post that everybody sees. */
async function refresh(tap: Tap): Promise<TapReply> {
  const view = await ownSheetIfAny(tap);
  const form = view?.roundPhase === 'open' ? await openFormOf(...ownSheetOf(tap)) : undefined;
  if (view !== undefined && form === 'abstention') return abstainFormReply(tap, { view, reason: '' });
  const isOpen = form === 'scores';
  if (view !== undefined && isHandedIn(view) && !isOpen) return resultReply(tap, view);
  const isDraft = view?.sheet !== undefined && view.roundPhase === 'open';
  return view !== undefined && (isOpen || isDraft)
    ? sheetReply(tap, { view, content: contentOf(view) })
    : backReply(tap);
}

async function close(tap: Tap): Promise<TapReply> {
  const view = await ownSheetIfAny(tap);
  if (view !== undefined) await letSheetGo(...ownSheetOf(tap));
  return view !== undefined && isHandedIn(view) ? resultReply(tap, view) : backReply(tap);
}

/** What was filled in so far is kept as a draft; what was handed in before stays as it was. */
async function tapAbstain(tap: Tap): Promise<TapReply> {
  const { context, event, submissionId, roundId } = tap;
  const before = await ownSheet(tap);
  const input = readSheetInput(event.data, before.round);
  const data = abstaining.safeParse(event.data);
  if (input.kind === 'malformed' || !data.success) throw new RefusedError('malformed');
  if (input.kind === 'too-long') return tooLongReply(event.person.language, before.round, input);
  const { content } = input;
  const { basedOn, abstention: revised, 'abstain.reason': typed } = data.data;
  const reason = tidyRemark(typed);
  const fault = reasonFault(reason);
  if (fault !== undefined) {
    return sheetReply(tap, { view: before, content, abstaining: { reason: keptReason(reason), fault } });
  }
  if (before.sheet?.status !== 'handed-in' && !sameContent(contentOf(before), content)) {
    const view = await store(tap, { submissionId, roundId, content, wish: 'save', basedOn });
    if (view.event === 'changed-elsewhere') return changedElsewhere(tap, view, content);
  }
  const view = await abstain(context.world, event.person, {
    ...{ submissionId, roundId, reason },
    basedOn: revised,
    receivedAt: event.at,
  });
  await letSheetGo(...ownSheetOf(tap));
  return view.abstention?.status === 'abstained' ? abstentionReply(tap, view) : refresh(tap);
}

async function tapUndo(tap: Tap): Promise<TapReply> {
  const { context, event, submissionId, roundId } = tap;
  const data = undoing.safeParse(event.data);
  if (!data.success) throw new RefusedError('malformed');
  const view = await undoAbstention(context.world, event.person, {
    ...{ submissionId, roundId },
    basedOn: data.data.abstention,
    receivedAt: event.at,
  });
  return view.abstention?.status === 'abstained' ? abstentionReply(tap, view) : open(tap);
}

async function write(tap: Tap, wish: SheetCommand['wish']): Promise<TapReply> {
  const { event, submissionId, roundId } = tap;
  const { round } = await ownSheet(tap);
  const input = readSheetInput(event.data, round);
  const based = revision.safeParse(event.data);
  if (input.kind === 'malformed' || !based.success) throw new RefusedError('malformed');
  if (input.kind === 'too-long') return tooLongReply(event.person.language, round, input);
  const { content } = input;
  const view = await store(tap, { submissionId, roundId, content, wish, basedOn: based.data.basedOn });
  if (view.event === 'changed-elsewhere') return changedElsewhere(tap, view, content);
  if (view.event !== 'handed-in' || !isHandedIn(view)) return sheetReply(tap, { view, content });
  await letSheetGo(...ownSheetOf(tap));
  return resultReply(tap, view);
}

/** What is filled in is kept as a draft, if it is anything new, and the next one comes. */
async function saveAndGoOn(tap: Tap): Promise<TapReply> {
  const { event, submissionId, roundId } = tap;
  const before = await ownSheet(tap);
  const input = readSheetInput(event.data, before.round);
  const based = revision.safeParse(event.data);
  if (input.kind === 'malformed' || !based.success) throw new RefusedError('malformed');
  if (input.kind === 'too-long') return tooLongReply(event.person.language, before.round, input);
  const { content } = input;
  if (!sameContent(contentOf(before), content)) {
    const { basedOn } = based.data;
    const view = await store(tap, { submissionId, roundId, content, wish: 'save', basedOn });
    if (view.event === 'changed-elsewhere') return changedElsewhere(tap, view, content);
    if (view.sheet === undefined || !sameContent(view.sheet, content))
      return sheetReply(tap, { view, content });
  }
  return nextReply(tap, submissionId);
}

/** The same content on an older revision is no disagreement: it goes through. */
async function store({ context, event }: Tap, wish: SheetCommand): Promise<SheetView> {
  const command = { ...wish, receivedAt: event.at };
  const view = await writeSheet(context.world, event.person, command);
  const isSame = view.sheet !== undefined && sameContent(view.sheet, command.content);
  if (view.event !== 'changed-elsewhere' || !isSame) return view;
  return writeSheet(context.world, event.person, { ...command, basedOn: view.sheet?.revision ?? 0 });
}

function changedElsewhere(tap: Tap, view: SheetView, here: SheetContent): TapReply {
  const merged = mergeSheets(view.sheet, here);
  const over = tooLong(merged.content);
  if (over !== undefined) return tooLongReply(tap.event.person.language, view.round, over, 'together');
  return sheetReply(tap, { view, ...merged });
}
