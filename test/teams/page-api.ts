/**
 * What the simulator's page and its server say to each other, under `/simulator/api/`. JSON both ways.
 * The page is one browser window in which a person chooses who they are; every call names that person.
 *
 * GET  people                                             → PersonView[]
 * GET  conversations?person=ID                            → ConversationView[]
 * GET  messages?person=ID&conversation=ID                 → MessageView[] (oldest first; a channel: roots and replies)
 * POST say        SayRequest                              → { messageId }
 * POST tap        TapRequest                              → TapAnswer
 * POST dialog     TapRequest (in a dialog of the message) → DialogAnswer
 * POST search     SearchRequest (Data.Query typeahead)    → { results: { title, value }[] }
 * GET  tab-context?person=ID&theme=…                      → TabContext
 * POST tab-token  { person }                              → { token } (what getAuthToken gives)
 * GET  events?person=ID                                   → text/event-stream; each event's data is a PageEvent
 * GET  faults / PUT faults                                → FaultPlan
 * GET  violations                                         → Teams' rules that the bot broke: { kind, at, detail }[]
 */

export interface PersonView {
  /** Entra object id: stable, chosen once in `people.ts`. */
  id: string;
  name: string;
  /** Dutch, for the switcher: "Indiener, gemeente Utrecht". */
  description: string;
  kind: 'submitter' | 'judge' | 'chair' | 'organiser';
  locale: 'nl-NL' | 'en-GB';
}

export interface ConversationView {
  id: string;
  kind: 'personal' | 'channel';
  /** "GemeenteDelers" (the bot) or "Jury GemeenteDelers › Algemeen". */
  name: string;
  lastMessageAt?: string;
  unread: number;
}

export interface MessageView {
  id: string;
  conversation: string;
  /** In a channel: the root message this one answers; absent on a root. */
  replyTo?: string;
  from: { id: string; name: string; isBot: boolean };
  sentAt: string;
  editedAt?: string;
  deleted?: boolean;
  /** Markdown, as Teams would draw it. */
  text?: string;
  /** Adaptive Cards as this person sees them: their own view where an action or refresh gave one. */
  cards: unknown[];
  /** Changes whenever what this person sees of it changes. */
  version: number;
}

export interface SayRequest {
  person: string;
  conversation: string;
  text: string;
  /** In a channel: the root message to answer. */
  replyTo?: string;
  /** Whether the bot is mentioned (only then, or with the read permission, does it hear a channel message). */
  mention?: boolean;
}

export interface TapRequest {
  person: string;
  conversation: string;
  messageId: string;
  /** The action as the card gave it (`Action.Execute` or `Action.Submit`): verb, data and the inputs' values. */
  action: {
    type: 'Action.Execute' | 'Action.Submit';
    id?: string;
    title?: string;
    verb?: string;
    data?: Record<string, unknown>;
  };
  /** How this person's Teams looks; a dialog's request tells. */
  theme?: 'default' | 'dark' | 'contrast';
}

/** A form over everything else that the bot answers `task/fetch` and `task/submit` with. */
export interface Dialog {
  kind: 'dialog';
  /** Below the app's name. */
  title: string;
  card: unknown;
  /** A word is a share of the window, a number pixels. */
  size: { width: DialogLength; height: DialogLength };
  /** The message whose card opened it. */
  on: { conversation: string; messageId: string };
}

export type DialogLength = 'small' | 'medium' | 'large' | number;

export type DialogAnswer =
  | Dialog
  /** Shown in the dialog, in place of its card. */
  | { kind: 'message'; text: string }
  | { kind: 'closed' }
  /** The bot did not answer in time or not well: Teams shows "Unable to reach app". */
  | { kind: 'unreachable' };

/** A message that answers no dialog is shown for some seconds. */
export type TapAnswer = { kind: 'card' } | { kind: 'error'; code: string; text: string } | DialogAnswer;

export interface SearchRequest {
  person: string;
  conversation: string;
  messageId: string;
  dataset: string;
  text: string;
}

export interface TabContext {
  /** Where the frame goes: the tab's address on the bot's server. */
  url: string;
  /** What the Teams-JS host answers to `app.getContext`. */
  context: Record<string, unknown>;
}

export type PageEvent =
  { kind: 'message'; conversation: string; messageId: string } | { kind: 'conversations' };

/** Faults to inject; every number is a count of calls still to be hit (`Infinity` is written -1). */
export interface FaultPlan {
  /** Outbound (bot → Teams): what happens to the next calls of each kind. */
  outbound: OutboundFault[];
  /** Inbound (Teams → bot): `same-id` and `new-id` deliver each activity twice. */
  inbound: { mode: 'none' | 'same-id' | 'new-id' | 'at-once' };
}

export interface OutboundFault {
  on: 'send' | 'edit' | 'delete' | 'any';
  how: '429' | '412' | '500' | '502' | 'slow' | 'cut-before' | 'cut-after';
  /** With 500 and 502: whether Teams took the call all the same. */
  taken?: boolean;
  /** Every call once before it is let through ("each"), or the next `count` calls. */
  times: 'each-once' | number;
}
