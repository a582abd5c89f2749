import type { RoundId } from './edition/edition.ts';
import type { JuryChannel } from './edition/edition-role.ts';
import type { Instant } from './instant.ts';
import type { ChatAddress, Language, PersonId } from './person.ts';

/**
 * A message that people in Teams should see: written in the same commit as what it tells of, sent by delivery.
 * What it looks like is decided when it is sent, from what is true then; so ten changes in a row are one edit.
 */
export interface OutgoingMessage {
  destination: Destination;
  content: MessageContent;
  /** Counts the times that what should be seen changed: 1 is the first. */
  wanted: number;
  /** Should it turn out to be gone from Teams, then another takes its place. */
  anewIfGone?: true;
}

export type Destination =
  | { kind: 'person'; person: PersonId }
  | { kind: 'jury-channel'; editionId: string; categoryId: string }
  /** Where the organisation of an edition works. */
  | { kind: 'organisers-channel'; editionId: string }
  /** Below the post of a question. */
  | { kind: 'question-thread'; questionId: string }
  /** Below the post of a submission in a round, in the jury channel. */
  | { kind: 'submission-thread'; submissionId: string; roundId: RoundId }
  /** Below a post in a channel, for somebody of that language. */
  | ({ kind: 'thread'; language: Language } & Thread);

/** A conversation below one post in a channel. */
export interface Thread extends ChatAddress {
  tenantId: string;
  /** The Entra group behind the team, where Teams told it: what Microsoft Graph calls the team. */
  teamId?: string;
}

export type MessageContent =
  /** The one post of a submission in a round, in the jury channel. */
  | { kind: 'jury-post'; submissionId: string; roundId: RoundId }
  /** What is left where that post stood before it went to another channel; `to` as soon as it stands there. */
  | { kind: 'moved-post'; submissionId: string; roundId: RoundId; to?: MovedTo }
  /** What an organiser runs the edition from. */
  | { kind: 'desk' }
  /** Asks the jury to talk about criteria on which scores differ; for everybody in the channel, so nothing of scores. */
  | { kind: 'divergence'; submissionId: string; roundId: RoundId; criterionIds: string[] }
  /** The living card of a draft, as the draft stands. */
  | { kind: 'intake-card'; draftId: string }
  /** What is left of a living card that moved down: one line with what was asked and answered. */
  | { kind: 'answered-line'; draftId: string; step: string; answer: string }
  /** The same when it was not answered: what it asked, by the key of its text. */
  | { kind: 'asked-line'; text: string; values: Record<string, string | number> }
  | { kind: 'receipt'; submissionId: string }
  /** What they have handed in and are working on; `receiptOf` leads back to the receipt it was asked from. */
  | { kind: 'own-submissions'; receiptOf?: string; page?: number }
  /** One of those, with all that was entered; `asking` whether to withdraw it. */
  | { kind: 'own-submission'; submissionId: string; asking?: boolean }
  /** What a submitter hears of a round. */
  | { kind: 'feedback'; submissionId: string; roundId: RoundId }
  /** The post of a question in the organisers' channel. */
  | { kind: 'question-post'; questionId: string }
  /** One thing that was said about a question, for the other side. */
  | { kind: 'question-line'; questionId: string; place: number }
  /** Where somebody can put a question to the organisation. */
  | { kind: 'question-form' }
  /** Who is what in the edition that runs, for an organiser. */
  | { kind: 'people-list' }
  /** The post of a nomination in the organisers' channel. */
  | { kind: 'nomination-post'; submissionId: string; revision: number }
  /** Asks the contact over there whether a nomination is right. */
  | { kind: 'nomination-invitation'; submissionId: string }
  /** What a judge has to do in the round that runs now. */
  | { kind: 'judging-todo' }
  /** A judge's own sheet of one submission, in their own chat. */
  | { kind: 'judging-sheet'; submissionId: string; roundId: RoundId }
  /** Tells a judge how much is left in a round. */
  | { kind: 'judging-reminder'; roundId: RoundId }
  /** Tells an organiser which judges have how much left in the round that runs now. */
  | { kind: 'judging-late' }
  /** One sentence or a few, by the key of its text. */
  | { kind: 'notice'; text: string; values: Record<string, string | number> }
  /** Taken away. */
  | { kind: 'nothing' };

/** Where a message stands with Teams; kept by delivery, beside the message. */
export type Delivery =
  /** Teams may or may not have it: we were about to post it, or never heard the answer. Never posted again as such. */
  | {
      state: 'ambiguous';
      since: Instant;
      attempt: number;
      /** For a post in a channel: which. */ to?: JuryChannel;
    }
  /** Known not to have arrived; goes again. */
  | { state: 'refused'; attempt: number; notBefore: Instant }
  /** It stands in Teams and shows revision `shown`; behind when that is less than `wanted`. */
  | { state: 'posted'; at: PostAddress; shown: number }
  /** It stood in Teams and is being taken away; should it come back, then as a new message. */
  | { state: 'removing'; at: PostAddress }
  /** Teams says that it can never arrive; or that what stood `at` is gone, when revision `tried` was to be shown. */
  | { state: 'undeliverable'; reason: string; since: Instant; at?: PostAddress; tried?: number };

/** A post in a channel, as Teams links to it. */
export interface MovedTo {
  tenantId: string;
  channelId: string;
  messageId: string;
  teamId?: string;
}

/** Where a posted message stands: what an edit or a reply needs. */
export interface PostAddress {
  serviceUrl: string;
  /** Teams' limits count by it. */
  tenantId: string;
  conversationId: string;
  activityId: string;
}
