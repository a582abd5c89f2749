import type { Talk } from '../domain/discussion.ts';
import type { Instant } from '../domain/instant.ts';
import type { PostAddress, Thread } from '../domain/outgoing-message.ts';
import type { Person } from '../domain/person.ts';
import type { PlaceNews } from '../use-cases/channels/lose-channel.ts';

/**
 * What somebody did in Teams, verified, and free of Teams' own shapes.
 * `key` is the same for the same deed however often and under whatever id Teams delivers it.
 */
export type InboundEvent =
  Said | Tapped | Arrived | Mentioned | Talked | PlaceChanged | DialogOpened | DialogSubmitted;

interface Deed {
  key: string;
  /** When this server first received it. */
  at: Instant;
  /** As the verified token and activity say; `chat` is there when it happened in the personal chat. */
  person: Person;
}

/** A message in the personal chat. */
export interface Said extends Deed {
  kind: 'said';
  /** As typed, mentions of the bot taken out; empty for a sticker or a file. */
  text: string;
  /** Whether something came with it that is not text. */
  hasAttachment: boolean;
}

/** An action on a card. */
export interface Tapped extends Deed {
  kind: 'tapped';
  verb: string;
  /** The card's data and inputs as the client sent them: untrusted. */
  data: Record<string, unknown>;
  /** Which message the card is. */
  on?: PostAddress;
  where: 'chat' | 'channel';
  /** Teams itself asks for the person's own view, nobody tapped. */
  automatic: boolean;
}

/** The personal chat with the bot came to be. */
export interface Arrived extends Deed {
  kind: 'arrived';
}

/** The bot was named in a channel. */
export interface Mentioned extends Deed {
  kind: 'mentioned';
  text: string;
  thread: Thread;
  /** Others who were named with it, and what was said besides all names. */
  others?: { people: NamedPerson[]; text: string };
  /** What Teams calls the team of the channel, where it told. */
  teamsTeamId?: string;
  /** The same, as talk among the others in the thread; absent where a thread begins. */
  talk?: Talk;
}

/** Somebody as a message names them: no more than what Teams calls them. */
export interface NamedPerson {
  teamsUserId: string;
  name: string;
}

/** People talk in a thread of a channel: among themselves, so nobody waits for an answer. */
export interface Talked extends Deed {
  kind: 'talked';
  talk: Talk;
  thread: Thread;
}

/** Teams tells of a channel or a team that it is gone, or back, or that the app is no longer in it. */
export interface PlaceChanged extends PlaceNews {
  kind: 'place-changed';
}

/** An action on a card that asks for a dialog: a form of its own, over everything else. */
export interface DialogOpened extends Deed {
  kind: 'dialog-opened';
  verb: string;
  /** The card's data and inputs as the client sent them: untrusted. */
  data: Record<string, unknown>;
  /** Which message the card is. */
  on?: PostAddress;
  where: 'chat' | 'channel';
}

/** An action on the card inside a dialog. */
export interface DialogSubmitted extends Deed {
  kind: 'dialog-submitted';
  verb: string;
  /** The card's data and inputs as the client sent them: untrusted. */
  data: Record<string, unknown>;
}

/** What a tap is answered with, at once. */
export type TapReply =
  /** The card that takes the place of the tapped one, for this person. */
  | { kind: 'card'; card: Record<string, unknown> }
  | { kind: 'message'; text: string }
  /** Shown with the card, which stays as it is. */
  | { kind: 'error'; code: string; text: string };

/** What the opening of a dialog, or an action in one, is answered with, at once. */
export type DialogReply =
  /** Shows this card in the dialog: the first one, or in place of what stood there. */
  | { kind: 'dialog'; title: string; card: Record<string, unknown>; height?: DialogSize; width?: DialogSize }
  | { kind: 'close' }
  /** A sentence in the dialog, which the person then closes. */
  | { kind: 'close-with-message'; text: string }
  /** The same, for what went wrong or may not be. */
  | { kind: 'error'; text: string };

type DialogSize = 'small' | 'medium' | 'large';
