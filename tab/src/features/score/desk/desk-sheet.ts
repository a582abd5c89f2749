import type { Judging } from '../../../../../bot/http/contract/judging.ts';
import type { Content } from './content.ts';
import { sameContent, storedIn } from './content.ts';
import { mergeContent } from './merge-content.ts';
import type { Unsent } from './unsent.ts';

/** Where what is filled in is on its way to. */
export type Keeping =
  /** Nothing to send, or (handed in before) nothing that is sent by itself. */
  | { kind: 'still' }
  | { kind: 'waiting' }
  | { kind: 'sending'; wish: 'save' | 'hand-in' }
  /** Not reached; a draft is sent again by itself. */
  | { kind: 'failed'; wish: 'save' | 'hand-in' }
  | { kind: 'refused'; code: string };

/** A sheet as it lies open on this device. */
export interface DeskSheet {
  /** What the fields were filled from: as the server has it. */
  known: Judging;
  content: Content;
  keeping: Keeping;
  /** What another device has stored since. */
  newer?: Judging;
  /** What was filled in here was brought together with what another device stored. */
  merged: boolean;
  chosenHere: Content['scores'];
}

export function revisionOf({ sheet }: Judging): number {
  return sheet?.revision ?? 0;
}

export function isChanged({ known, content }: DeskSheet): boolean {
  return !sameContent(storedIn(known), content);
}

/** Whether what is filled in is kept by itself: what was handed in counts until its judge hands in anew. */
export function isDraft({ known }: DeskSheet): boolean {
  const isAbstaining = known.abstention?.status === 'abstained';
  return known.sheet?.status !== 'handed-in' && known.round.phase === 'open' && !isAbstaining;
}

/** A sheet is laid open; with what was filled in before the page was loaded anew. */
export function opened(known: Judging, left: Unsent | undefined): DeskSheet {
  const sheet: DeskSheet = {
    ...{ known, content: storedIn(known), keeping: { kind: 'still' }, merged: false, chosenHere: {} },
  };
  if (left === undefined) return sheet;
  if (left.basedOn === revisionOf(known)) return { ...sheet, content: left.content };
  return { ...sheet, ...mergeContent(left.base, left.content, storedIn(known)), merged: true };
}

/** The server was asked again. */
export function heard(sheet: DeskSheet, answer: Judging): DeskSheet {
  const age = (answer.abstention?.revision ?? 0) - (sheet.known.abstention?.revision ?? 0);
  if (age < 0) return sheet;
  if (age > 0) return { ...takenIn(sheet, answer), merged: false };
  const newer = revisionOf(answer) - revisionOf(sheet.known);
  if (newer < 0) return sheet;
  if (newer === 0) return { ...sheet, known: answer };
  return sameContent(storedIn(answer), sheet.content)
    ? { ...sheet, known: answer, newer: undefined }
    : { ...sheet, newer: answer };
}

/** What another device stored comes in, and what was filled in here stays. */
export function takenIn(sheet: DeskSheet, answer: Judging): DeskSheet {
  const { newer: _newer, ...rest } = sheet;
  // Who abstains has no sheet to see: what is here waits until they judge after all.
  if (answer.abstention?.status === 'abstained') {
    return { ...rest, known: answer, ...(!isChanged(sheet) && { content: storedIn(answer) }) };
  }
  const merged = mergeContent(storedIn(sheet.known), sheet.content, storedIn(answer));
  return { ...rest, known: answer, ...merged, merged: isChanged(sheet) };
}

/** The server answered to what was sent; meanwhile more may have been typed. */
export function answered(sheet: DeskSheet, answer: Judging): DeskSheet {
  const still = { ...sheet, keeping: { kind: 'still' } as const };
  if (answer.event === 'changed-elsewhere') return { ...takenIn(still, answer), merged: true };
  const { newer: _newer, ...rest } = still;
  return { ...rest, known: answer, merged: false, chosenHere: {} };
}
