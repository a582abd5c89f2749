import type { JuryChannel } from '../domain/edition/edition-role.ts';
import type { Instant } from '../domain/instant.ts';
import type { Depot } from './depot.ts';
import type { FindOutcome, PostTarget } from './messenger.ts';
import type { Parcel, Search } from './parcel.ts';
import { retryDelay } from './retry-delay.ts';

interface Doubt {
  since: Instant;
  attempt: number;
  /** The channel it was sent to, which may be another by now. */
  to?: JuryChannel;
}

/** Finds out whether a message of which we never heard is there: looks when it is time, or rests until then. */
export async function reconcile(parcel: Parcel, doubt: Doubt, depot: Depot): Promise<void> {
  const { now, lanes, timings } = depot;
  const search = searchOf(parcel, doubt, depot);
  const patienceMs = search.began + timings.patienceMs - now();
  if (patienceMs <= 0 || search.standing === 'unsure') lanes.leave(parcel.lane, parcel);
  const restMs = search.next - now();
  if (restMs <= 0) return look(parcel, search, doubt, depot);
  await parcel.rest(search.standing, patienceMs > 0 ? Math.min(restMs, patienceMs) : restMs);
}

function searchOf(parcel: Parcel, { since }: Doubt, { now, timings }: Depot): Search {
  const etag = parcel.etag() ?? '';
  if (parcel.search?.etag === etag) return parcel.search;
  const isOurs = parcel.ownClaim === etag;
  // Somebody else's claim may be a post under way right now; ours is not, or we would not be here.
  const next = isOurs ? now() : Math.min(Date.parse(since), now()) + timings.graceMs;
  parcel.search = { etag, began: now(), next, looks: 0, standing: 'looking' };
  return parcel.search;
}

async function look(parcel: Parcel, search: Search, doubt: Doubt, depot: Depot): Promise<void> {
  const { since, attempt } = doubt;
  const began = depot.now();
  const target = await targetOf(parcel, doubt, depot);
  search.standing = target ? 'looking' : 'parked';
  if (!target) {
    search.next = began + depot.timings.parkedMs;
    return;
  }
  const from = new Date(Date.parse(since) - depot.timings.skewMs).toISOString();
  const outcome = await find(() => depot.messenger.find(target, parcel.marker, from), parcel, depot);
  search.looks += 1;
  learnFrom(outcome, { parcel, search, attempt, began, depot });
}

async function targetOf(
  parcel: Parcel,
  { to }: Doubt,
  { addresses }: Depot,
): Promise<PostTarget | undefined> {
  return to === undefined ? addresses.of(parcel.message.destination) : { kind: 'channel', channel: to };
}

async function find(
  action: () => Promise<FindOutcome>,
  parcel: Parcel,
  { log }: Depot,
): Promise<FindOutcome> {
  try {
    return await action();
  } catch (error) {
    log.error({ err: error, message: parcel.marker }, 'the messenger broke on a search');
    return { kind: 'refused' };
  }
}

function learnFrom(
  outcome: FindOutcome,
  found: { parcel: Parcel; search: Search; attempt: number; began: number; depot: Depot },
): void {
  const { parcel, search, attempt, began, depot } = found;
  const { timings, chance, now } = depot;
  switch (outcome.kind) {
    case 'found':
      // Which revision arrived is not known: 0 has it edited once, to be sure.
      parcel.learn({ state: 'posted', at: outcome.at, shown: 0 });
      return;
    case 'absent':
      search.absentSince ??= began;
      search.next = search.absentSince + timings.settleMs;
      if (began < search.next) return;
      parcel.learn({ state: 'refused', attempt, notBefore: new Date(now()).toISOString() });
      return;
    case 'unknown':
      beUnsure(parcel, search, depot);
      return;
    case 'refused':
      search.next = now() + retryDelay(timings.retry, search.looks, chance(), outcome.retryAfterMs);
      return;
    default:
      outcome satisfies never;
  }
}

function beUnsure(parcel: Parcel, search: Search, { log, now, timings }: Depot): void {
  if (search.looks === 1) {
    log.warn(
      { message: parcel.marker, to: parcel.message.destination.kind },
      'A message may or may not have arrived and we are not allowed to look, so it is not sent again. An ' +
        'administrator can grant the app the permission to read messages; it is then cleared up by itself.',
    );
  }
  search.standing = 'unsure';
  const { firstMs, mostMs } = timings.unsure;
  search.next = now() + Math.min(mostMs, firstMs * 2 ** (search.looks - 1));
}
