import type { ChatTurn } from './chat-turn.ts';
import type { Said } from './inbound-event.ts';
import type { Request } from './reading/read-request.ts';
import type { TurnResult } from './turn-result.ts';

/** Does what belongs to something typed, within the turn: what it changes is written with the rest of it. */
export type Respond = (turn: ChatTurn, event: Said) => Promise<TurnResult>;

/** What other parts of the chat add to the intake. */
export interface Plugged {
  /** Who answers what somebody asks of the app. */
  requests?: Partial<Record<Request, Respond>>;
  /** Who may take what is typed for themselves, before the intake hears it; `undefined` leaves it to the next. */
  hearFirst?: readonly ((turn: ChatTurn, event: Said) => Promise<TurnResult | undefined>)[];
}
