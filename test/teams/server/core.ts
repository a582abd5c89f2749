import type { Person } from '../people.ts';
import type { Delivery } from './deliver.ts';
import type { Faults } from './faults.ts';
import type { Limits } from './limits.ts';
import type { PageEvents } from './page-events.ts';
import type { State } from './state.ts';
import type { Tokens } from './tokens.ts';
import type { Violation } from './violation.ts';
import type { World } from './world.ts';

/** What all parts of the simulator share while it runs. */
export interface Core {
  world: World;
  state: State;
  tokens: Tokens;
  faults: Faults;
  /** Absent when rates are not enforced. */
  limits?: Limits;
  events: PageEvents;
  timings: Timings;
  violations: Violation[];
  deliveries: Delivery[];
  edits: Edit[];
  /** Who has a message in sight when it is edited, so that their client asks for their own view anew. */
  isInSight: IsInSight;
  /** Shared secret of the managed identity endpoint. */
  identitySecret: string;
  /** Which messages in a channel the bot hears. */
  channelMessages: ChannelMessages;
  /** Most members that one page of the roster holds. */
  membersPerPage: number;
  botAddress(): string;
  now(): number;
  violation(kind: Violation['kind'], detail: string): void;
  /** Aborted when the simulator stops. */
  stopping: AbortSignal;
  /** Work that goes on after a call was answered; awaited when the simulator stops. */
  inBackground(work: Promise<unknown>): void;
}

/** That the bot changed a message, at a moment in epoch milliseconds. */
export interface Edit {
  message: string;
  at: number;
}

export type IsInSight = (person: Person, message: string) => boolean;

/** `all` is what an app gets that has the team's consent to `ChannelMessage.Read.Group`. */
export type ChannelMessages = 'mentions-only' | 'all';

/** All in milliseconds. */
export interface Timings {
  /** How long Teams waits for the bot's answer. */
  answer: number;
  /** The same for what a dialog asks; then it asks again, twice, while the person waits. */
  dialog: number;
  /** After an activity that was not answered well, it is sent again with the same id … */
  resendSameId: number;
  /** … and this much later with a new one. */
  resendNewId: number;
  /** An automatic refresh is asked only when a person's last invoke on the card is older. */
  refresh: number;
  /** How late a call answers that the fault `slow` hits. */
  slow: number;
}

export const teamsTimings: Timings = {
  answer: 15_000,
  dialog: 5_000,
  resendSameId: 15_000,
  resendNewId: 30_000,
  refresh: 60_000,
  slow: 20_000,
};
