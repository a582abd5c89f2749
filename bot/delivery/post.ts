import type { Delivery } from '../domain/outgoing-message.ts';
import { write } from './delivery-record.ts';
import type { Depot } from './depot.ts';
import type { PostOutcome, PostTarget, RenderedMessage } from './messenger.ts';
import type { Place } from './pacer.ts';
import type { Parcel } from './parcel.ts';
import { retryDelay } from './retry-delay.ts';

/** A message as it looked when this revision was to be seen. */
interface Drawing {
  wanted: number;
  /** `undefined`: there is nothing to show. */
  message: RenderedMessage | undefined;
}

interface Attempt {
  parcel: Parcel;
  attempt: number;
  depot: Depot;
}

/** Posts it, when it is its turn and there is somewhere to post it. */
export async function post(parcel: Parcel, attempt: number, depot: Depot): Promise<void> {
  const lane = parcel.lane;
  depot.lanes.join(lane, parcel);
  if (depot.lanes.front(lane) !== parcel) return parcel.rest('queued');
  const { wakes } = parcel;
  const finding = depot.addresses.of(parcel.message.destination);
  const [target, drawing] = await Promise.all([finding, draw(parcel, depot)]);
  if (target) return postTo(target, drawing, { parcel, attempt, depot });
  if (!parcel.told) {
    parcel.told = true;
    depot.log.info({ message: parcel.marker, to: parcel.message.destination.kind }, 'nowhere to post yet');
  }
  if (wakes === parcel.wakes) await parcel.rest('parked', depot.timings.parkedMs);
}

async function draw({ message, marker }: Parcel, { render }: Depot): Promise<Drawing> {
  const { content, destination, wanted } = message;
  const isNothing = content.kind === 'nothing';
  return { wanted, message: isNothing ? undefined : await render(content, destination, marker) };
}

async function postTo(target: PostTarget, early: Drawing, trial: Attempt): Promise<void> {
  const { parcel, depot } = trial;
  const place = placeOf(target);
  const turn = await depot.pacing.turn(place, 'post');
  if (!turn) return;
  try {
    if (turn.waited && !(await isStillThere(target, parcel, depot))) return;
    const isOld = turn.waited || early.wanted !== parcel.message.wanted;
    const drawing = isOld ? await draw(parcel, depot) : early;
    const outcome = await claimAndPost(target, drawing, trial);
    if (!outcome) return;
    if (outcome.kind === 'refused' && outcome.retryAfterMs !== undefined) {
      depot.pacing.pause(place, outcome.retryAfterMs);
    }
    const becomes = afterPost(outcome, drawing.wanted, trial);
    if (becomes) parcel.learn(becomes);
  } finally {
    turn.end();
  }
}

/** Whether it would go to the same place now: it is not posted in a channel that was exchanged while it waited. */
async function isStillThere(target: PostTarget, { message }: Parcel, depot: Depot): Promise<boolean> {
  if (target.kind !== 'channel') return true;
  const now = await depot.addresses.of(message.destination);
  return now?.kind === 'channel' && now.channel.conversationId === target.channel.conversationId;
}

/** @returns `undefined` when it was not posted after all */
async function claimAndPost(
  target: PostTarget,
  { message, wanted }: Drawing,
  trial: Attempt,
): Promise<PostOutcome | undefined> {
  const { parcel, depot } = trial;
  if (!message) parcel.blank = wanted;
  if (!message || depot.stopping.aborted) return undefined;
  const isInTime = await claim(target, trial);
  if (!isInTime) return undefined;
  try {
    return await depot.messenger.post(target, message, () => depot.mayGoOn() && isInTime());
  } catch (error) {
    depot.log.error({ err: error, message: parcel.marker }, 'the messenger broke on a post');
    return { kind: 'ambiguous' };
  }
}

/**
 * Writes, before it is posted, that it may have been: a crash after this leaves a doubt, never a second post; and of
 * two that want to post it only one gets here.
 * @returns whether the claim is not too old to post under; `undefined` when there is none
 */
async function claim(
  target: PostTarget,
  { parcel, attempt, depot }: Attempt,
): Promise<(() => boolean) | undefined> {
  const began = depot.now();
  const since = new Date(began).toISOString();
  const to = target.kind === 'channel' ? { to: target.channel } : {};
  if (!(await write(parcel, { state: 'ambiguous', since, attempt, ...to }, depot.store))) return undefined;
  parcel.ownClaim = parcel.etag();
  const isInTime = () => depot.now() - began <= depot.timings.claimMs;
  if (isInTime()) return isInTime;
  parcel.learn({ state: 'refused', attempt, notBefore: new Date(depot.now()).toISOString() });
  return undefined;
}

function afterPost(
  outcome: PostOutcome,
  wanted: number,
  { attempt, parcel, depot }: Attempt,
): Delivery | undefined {
  const { log, now, chance, timings, watch } = depot;
  const about = { message: parcel.marker, attempt };
  switch (outcome.kind) {
    case 'posted':
      // What had nowhere to go was not late by us.
      if (!parcel.told) watch.shown(now() - parcel.since);
      return { state: 'posted', at: outcome.at, shown: wanted };
    case 'refused': {
      watch.refused();
      const waitMs = retryDelay(timings.retry, attempt, chance(), outcome.retryAfterMs);
      if (isWorthAWarning(attempt)) log.warn({ ...about, waitMs }, 'Teams keeps turning a message down');
      return { state: 'refused', attempt, notBefore: new Date(now() + waitMs).toISOString() };
    }
    case 'ambiguous':
      watch.ambiguous();
      log.info(about, 'no word whether a message arrived');
      return undefined;
    case 'undeliverable':
      watch.undeliverable();
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
