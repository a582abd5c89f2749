import type { Remark } from '../domain/draft/draft.ts';
import type { MessageContent } from '../domain/outgoing-message.ts';
import type { TextKey, TextValues } from '../texts/texts.ts';

/** What a turn leaves to be done when it is stored. */
export interface TurnResult {
  /** The draft that is being handed in. */
  handsIn?: string;
  /** What a tap is answered with. */
  reply?: Reply;
}

export type Reply =
  /** What is to be seen now, with a word that only who tapped sees. */
  { show: MessageContent; aside?: Remark } | { message: TextOf } | { refuse: TextOf; code: string };

interface TextOf {
  text: TextKey;
  values?: TextValues;
}
