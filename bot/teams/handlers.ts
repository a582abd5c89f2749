import type { Arrived, Mentioned, Said, Tapped, TapReply } from '../conversation/inbound-event.ts';
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
}

/** What somebody reads when a handler does not come up with an answer. */
interface Sentences {
  /** It went wrong on our side. */
  failed: string;
  /** It takes longer than Teams waits. */
  stillWorking: string;
}

export type SentencesOf = (language: Language) => Sentences;
