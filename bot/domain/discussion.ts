import { canonicalJson } from './canonical-json.ts';
import type { RoundId } from './edition/edition.ts';
import type { Instant } from './instant.ts';
import type { PersonId } from './person.ts';

/** More of one message is not kept; in Teams it stands in full. UTF-16 units. */
export const mostTalkText = 4_000;

/** More messages than this below the posts of one submission in one round are not kept. */
export const mostTalkLines = 500;

/** The thread below a jury post: whose it is. */
export interface JuryThread {
  submissionId: string;
  roundId: RoundId;
  /** Teams' name of it: the channel and, behind a semicolon, the post. */
  conversationId: string;
}

/** What happened to a message below a jury post, as Teams told it. */
export interface Talk {
  kind: TalkKind;
  /** Teams' name of the message. */
  messageId: string;
  author: PersonId;
  authorName: string;
  /** As typed, at most {@link mostTalkText}; nothing of what was deleted, or of what is only a picture. */
  text: string;
  isCut: boolean;
  /** Something came with it that is not text. */
  hasAttachment: boolean;
  /** When it happened, by Teams: the same however often it is told. */
  at: Instant;
}

export type TalkKind = 'new' | 'edited' | 'deleted' | 'restored';

/**
 * A message below a jury post, as far as is known. Teams may tell of it late, again, and in any order: whatever the
 * order, what comes out is the same ({@link mergeLines}).
 */
export interface DiscussionLine extends Pick<
  Talk,
  'messageId' | 'author' | 'authorName' | 'text' | 'isCut' | 'hasAttachment'
> {
  roundId: RoundId;
  /** When it was said; absent while only a change of it was told. */
  saidAt?: Instant;
  /** Each the last time that it happened. */
  editedAt?: Instant;
  deletedAt?: Instant;
  restoredAt?: Instant;
  /** Of which moment the text is; absent for what was said first, and while there is none. */
  textAt?: Instant;
  /** It is the same message as this one, which Teams brought under another id; nothing of it is kept here. */
  sameAs?: string;
}

/** The line that one activity by itself makes. */
export function lineOf(roundId: RoundId, talk: Talk): DiscussionLine {
  const { messageId, author, authorName, at } = talk;
  const line = { roundId, messageId, author, authorName, ...textOf(talk) };
  switch (talk.kind) {
    case 'new':
      return { ...line, saidAt: at };
    case 'edited':
      return { ...line, editedAt: at, textAt: at };
    case 'restored':
      return { ...line, restoredAt: at, textAt: at };
    case 'deleted':
      return { ...line, ...noText, deletedAt: at };
    default:
      return talk.kind satisfies never;
  }
}

/**
 * What two tellings of the same message come to. Commutative, associative and idempotent: of what was done to it the
 * newest holds; a deletion outweighs what was said first, and what happened at the same moment; and what is deleted has
 * no text.
 */
export function mergeLines(one: DiscussionLine, other: DiscussionLine): DiscussionLine {
  const times = {
    ...withTime('saidAt', earliest(one.saidAt, other.saidAt)),
    ...withTime('editedAt', latest(one.editedAt, other.editedAt)),
    ...withTime('deletedAt', latest(one.deletedAt, other.deletedAt)),
    ...withTime('restoredAt', latest(one.restoredAt, other.restoredAt)),
  };
  const { roundId, messageId } = one;
  const { author, authorName } = rankOfAuthor(other) > rankOfAuthor(one) ? other : one;
  const line = { roundId, messageId, author, authorName, ...times };
  if (isDeleted(line)) return { ...line, ...noText };
  const { text, isCut, hasAttachment, textAt } = newerText(one, other);
  return { ...line, text, isCut, hasAttachment, ...withTime('textAt', textAt) };
}

/**
 * What is to be written of one more telling: nothing when it says nothing new, or when there is no room for more. Teams
 * may bring what was said again under another id: that one then points to the first.
 * @param known every line of the round
 */
export function takeTelling(known: readonly DiscussionLine[], told: DiscussionLine): DiscussionLine[] {
  const own = lineAt(known, told.messageId);
  const twin = known.find((each) => isTwin(each, told) && each.messageId !== (own ?? told).messageId);
  if (own === undefined && known.length >= mostTalkLines) return [];
  if (own === undefined) {
    if (twin === undefined) return [told];
    return [pointer(told, twin), ...changed(twin, mergeLines(twin, told))];
  }
  const merged = mergeLines(own, told);
  if (twin === undefined) return changed(own, merged);
  return [mergeLines(merged, twin), pointer(twin, own)];
}

/** The line of a message, by whichever of its ids. */
export function lineAt(known: readonly DiscussionLine[], messageId: string): DiscussionLine | undefined {
  const found = known.find((each) => each.messageId === messageId);
  return found?.sameAs === undefined ? found : lineAt(known, found.sameAs);
}

/** The same message under another id: nobody says two things at the same moment. */
function isTwin(known: DiscussionLine, { saidAt, author, text }: DiscussionLine): boolean {
  if (known.sameAs !== undefined || saidAt === undefined) return false;
  const isAsSaid = known.textAt === undefined && !isDeleted(known);
  return known.saidAt === saidAt && known.author === author && (!isAsSaid || known.text === text);
}

function pointer({ roundId, messageId, author }: DiscussionLine, to: DiscussionLine): DiscussionLine {
  return { roundId, messageId, author, authorName: '', ...noText, sameAs: to.messageId };
}

function changed(before: DiscussionLine, after: DiscussionLine): DiscussionLine[] {
  return canonicalJson(before) === canonicalJson(after) ? [] : [after];
}

export function isDeleted({
  deletedAt,
  editedAt,
  restoredAt,
}: Pick<DiscussionLine, 'deletedAt' | 'editedAt' | 'restoredAt'>): boolean {
  return deletedAt !== undefined && deletedAt >= (latest(editedAt, restoredAt) ?? '');
}

/** Whether there is something to show: not the second id of a message, nor that something unheard was taken away. */
export function isTold({ sameAs, saidAt, editedAt, restoredAt }: DiscussionLine): boolean {
  return sameAs === undefined && (saidAt ?? editedAt ?? restoredAt) !== undefined;
}

/** Where it stands among the others: when it was said, or else what is known of it first. */
export function placeInTime(line: DiscussionLine): Instant {
  const known = [line.saidAt, line.editedAt, line.deletedAt, line.restoredAt];
  return line.saidAt ?? known.reduce(earliest) ?? '';
}

const noText = { text: '', isCut: false, hasAttachment: false };

function textOf({ text, isCut, hasAttachment }: Talk): Pick<Talk, 'text' | 'isCut' | 'hasAttachment'> {
  return { text, isCut, hasAttachment };
}

/** What knows no text (a deletion that has been undone, say) yields to what does. */
function newerText(one: DiscussionLine, other: DiscussionLine): DiscussionLine {
  return orderOfText(other) > orderOfText(one) ? other : one;
}

/** At the same moment the text itself decides, so that the order of telling does not. */
function orderOfText(line: DiscussionLine): string {
  const known = line.textAt ?? (line.saidAt === undefined ? '' : '0');
  return JSON.stringify([known, line.text, line.isCut, line.hasAttachment]);
}

/** Who said or changed it is who it is of; a moderator may have taken it away. */
function rankOfAuthor({ saidAt, editedAt, restoredAt, author, authorName }: DiscussionLine): string {
  const isChanged = editedAt !== undefined || restoredAt !== undefined;
  const known = saidAt !== undefined ? 2 : isChanged ? 1 : 0;
  return JSON.stringify([known, author, authorName]);
}

function withTime<K extends string>(key: K, at: Instant | undefined): Partial<Record<K, Instant>> {
  // @NOTE a computed key widens to string
  return at === undefined ? {} : ({ [key]: at } as Partial<Record<K, Instant>>);
}

function earliest(one: Instant | undefined, other: Instant | undefined): Instant | undefined {
  return one === undefined || (other !== undefined && other < one) ? other : one;
}

function latest(one: Instant | undefined, other: Instant | undefined): Instant | undefined {
  return one === undefined || (other !== undefined && other > one) ? other : one;
}
