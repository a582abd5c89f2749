import type { JuryChannel } from '../domain/edition/edition-role.ts';
import type { Instant } from '../domain/instant.ts';
import type { Delivery, OutgoingMessage, PostAddress } from '../domain/outgoing-message.ts';

/** What would bring Teams closer to what should be seen. */
export type Step =
  | { kind: 'done' }
  /** Milliseconds since 1970. */
  | { kind: 'wait'; until: number }
  /** Somebody is filling something in on it. */
  | { kind: 'hold' }
  | { kind: 'post'; attempt: number }
  | { kind: 'reconcile'; since: Instant; attempt: number; to?: JuryChannel }
  | { kind: 'edit'; at: PostAddress }
  | { kind: 'remove'; at: PostAddress };

export interface Moment {
  /** Milliseconds since 1970. */
  now: number;
  /** Not changed before this: it was just edited, or Teams turned a change down. */
  changeFrom: number;
  /** Not edited before this, for it would take away what somebody is filling in. */
  busyUntil: number;
}

/** Decides from what should be seen and how it stands with Teams; touches nothing. */
export function nextStep(
  message: Pick<OutgoingMessage, 'content' | 'wanted'>,
  delivery: Delivery | undefined,
  moment: Moment,
): Step {
  if (delivery === undefined) return isNeverPosted(message) ? { kind: 'done' } : { kind: 'post', attempt: 1 };
  switch (delivery.state) {
    case 'ambiguous':
      return inDoubt(delivery);
    case 'refused':
      return isNeverPosted(message) ? { kind: 'done' } : afterRefusal(delivery, moment);
    case 'posted':
      return afterPost(message, delivery, moment);
    case 'removing':
      return moment.now < moment.changeFrom
        ? { kind: 'wait', until: moment.changeFrom }
        : { kind: 'remove', at: delivery.at };
    case 'undeliverable':
      return afterLoss(message, delivery, moment);
    default:
      return delivery satisfies never;
  }
}

function inDoubt({ since, attempt, to }: Extract<Delivery, { state: 'ambiguous' }>): Step {
  return { kind: 'reconcile', since, attempt, ...(to && { to }) };
}

/** What only takes the place of something that stands in Teams. */
function isNeverPosted({ content }: Pick<OutgoingMessage, 'content'>): boolean {
  return content.kind === 'nothing' || content.kind === 'moved-post';
}

/** What could not be changed any more is left; but what may no longer stand there as it does is tried once more. */
function afterLoss(
  message: Pick<OutgoingMessage, 'content' | 'wanted'>,
  { at, tried = 0 }: Extract<Delivery, { state: 'undeliverable' }>,
  moment: Moment,
): Step {
  if (at === undefined || !isNeverPosted(message)) return { kind: 'done' };
  return afterPost(message, { at, shown: tried }, moment);
}

function afterRefusal(delivery: { attempt: number; notBefore: Instant }, { now }: Moment): Step {
  const until = Date.parse(delivery.notBefore);
  return now < until ? { kind: 'wait', until } : { kind: 'post', attempt: delivery.attempt + 1 };
}

function afterPost(
  message: Pick<OutgoingMessage, 'content' | 'wanted'>,
  delivery: { at: PostAddress; shown: number },
  { now, changeFrom, busyUntil }: Moment,
): Step {
  if (delivery.shown >= message.wanted) return { kind: 'done' };
  if (now < changeFrom) return { kind: 'wait', until: changeFrom };
  if (message.content.kind === 'nothing') return { kind: 'remove', at: delivery.at };
  return now < busyUntil ? { kind: 'hold' } : { kind: 'edit', at: delivery.at };
}
