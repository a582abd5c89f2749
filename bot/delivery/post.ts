import type { Delivery } from '../domain/outgoing-message.ts';
import { write } from './delivery-record.ts';
import type { Depot } from './depot.ts';
import type { PostOutcome, PostTarget } from './messenger.ts';
import type { Place } from './pacer.ts';
import type { Parcel } from './parcel.ts';
import { retryDelay } from './retry-delay.ts';

/** Posts it, when it is its turn and there is somewhere to post it. */
export async function post(parcel: Parcel, attempt: number, depot: Depot): Promise<void> {
  const lane = parcel.lane;
  depot.lanes.join(lane, parcel);
  if (depot.lanes.front(lane) !== parcel) return parcel.rest('queued');
  const { wakes } = parcel;
  const target = await depot.addresses.of(parcel.message.destination);
  if (target) return postTo(target, parcel, attempt, depot);
  if (!parcel.told) {
    parcel.told = true;
    depot.log.info({ message: parcel.marker, to: parcel.message.destination.kind }, 'nowhere to post yet');
  }
  if (wakes === parcel.wakes) await parcel.rest('parked', depot.timings.parkedMs);
}

async function postTo(target: PostTarget, parcel: Parcel, attempt: number, depot: Depot): Promise<void> {
  const place = placeOf(target);
  const turn = await depot.pacing.turn(place, 'post');
  if (!turn) return;
  const { wanted } = parcel.message;
  const outcome = await renderAndPost(target, parcel, attempt, depot).finally(() => turn.end());
  if (!outcome) return;
  if (outcome.kind === 'refused' && outcome.retryAfterMs !== undefined) {
    depot.pacing.pause(place, outcome.retryAfterMs);
  }
  const becomes = afterPost(outcome, { attempt, wanted, parcel, depot });
  if (becomes) parcel.learn(becomes);
}

/** @returns `undefined` when it was not posted after all */
async function renderAndPost(
  target: PostTarget,
  parcel: Parcel,
  attempt: number,
  depot: Depot,
): Promise<PostOutcome | undefined> {
  const { content, destination, wanted } = parcel.message;
  if (content.kind === 'nothing') return undefined;
  const message = await depot.render(content, destination, parcel.marker);
  if (!message) parcel.blank = wanted;
  if (!message || depot.stopping.aborted || !(await claim(parcel, attempt, depot))) return undefined;
  try {
    return await depot.messenger.post(target, message);
  } catch (error) {
    depot.log.error({ err: error, message: parcel.marker }, 'the messenger broke on a post');
    return { kind: 'ambiguous' };
  }
}

/**
 * Writes, before it is posted, that it may have been: a crash after this leaves a doubt, never a second post; and of
 * two that want to post it only one gets here.
 */
async function claim(parcel: Parcel, attempt: number, depot: Depot): Promise<boolean> {
  const began = depot.now();
  const since = new Date(began).toISOString();
  if (!(await write(parcel, { state: 'ambiguous', since, attempt }, depot.store))) return false;
  parcel.ownClaim = parcel.etag();
  const now = depot.now();
  if (now - began <= depot.timings.claimMs) return true;
  parcel.learn({ state: 'refused', attempt, notBefore: new Date(now).toISOString() });
  return false;
}

function afterPost(
  outcome: PostOutcome,
  { attempt, wanted, parcel, depot }: { attempt: number; wanted: number; parcel: Parcel; depot: Depot },
): Delivery | undefined {
  const { log, now, chance, timings } = depot;
  const about = { message: parcel.marker, attempt };
  switch (outcome.kind) {
    case 'posted':
      return { state: 'posted', at: outcome.at, shown: wanted };
    case 'refused': {
      const waitMs = retryDelay(timings.retry, attempt, chance(), outcome.retryAfterMs);
      if (isWorthAWarning(attempt)) log.warn({ ...about, waitMs }, 'Teams keeps turning a message down');
      return { state: 'refused', attempt, notBefore: new Date(now() + waitMs).toISOString() };
    }
    case 'ambiguous':
      log.info(about, 'no word whether a message arrived');
      return undefined;
    case 'undeliverable':
      log.warn({ ...about, reason: outcome.reason }, 'a message can never arrive');
      return { state: 'undeliverable', reason: outcome.reason, since: new Date(now()).toISOString() };
    default:
      return outcome satisfies never;
  }
}

/** The fifth failure in a row, and every fifth after it. */
export function isWorthAWarning(failures: number): boolean {
  return failures > 0 && failures % 5 === 0;
}

function placeOf(target: PostTarget): Place {
  switch (target.kind) {
    case 'chat':
      return { tenantId: target.person.tenantId, conversationId: target.chat.conversationId };
    case 'channel':
      return target.channel;
    case 'thread':
      return target.thread;
    default:
      return target satisfies never;
  }
}
