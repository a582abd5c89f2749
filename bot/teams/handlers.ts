import type {
  Arrived,
  DialogOpened,
  DialogReply,
  DialogSubmitted,
  Mentioned,
  PlaceChanged,
  Said,
  Talked,
  Tapped,
  TapReply,
} from '../conversation/inbound-event.ts';
import type { Language } from '../domain/person.ts';

/**
 * What the app does with what comes in. A handler is done when everything it promises is stored: what it sends goes out
 * by itself. It may be called twice, and at the same time, for the same deed.
 */
export interface TeamsHandlers {
  said(event: Said): Promise<void>;
  tapped(event: Tapped): Promise<TapReply>;
  arrived(event: Arrived): Promise<void>;
  mentioned(event: Mentioned): Promise<void>;
  placeChanged(event: PlaceChanged): Promise<void>;
  talked(event: Talked): Promise<void>;
  /** Undefined for a verb that nobody knows, or knows no longer. */
  dialogOpened(event: DialogOpened): Promise<DialogReply | undefined>;
  /** Undefined for a verb that nobody knows, or knows no longer. */
  dialogSubmitted(event: DialogSubmitted): Promise<DialogReply | undefined>;
}

/** What somebody reads when a handler does not come up with an answer. */
interface Sentences {
  /** It went wrong on our side. */
  failed: string;
  /** It takes longer than Teams waits. */
  stillWorking: string;
  /** The dialog is one that nobody knows. */
  dialogGone: string;
}

export type SentencesOf = (language: Language) => Sentences;
