import type { PostAddress } from '../domain/outgoing-message.ts';
import { write } from './delivery-record.ts';
import type { Depot } from './depot.ts';
import { busyUntil } from './hold.ts';
import type { ChangeOutcome } from './messenger.ts';
import type { Parcel } from './parcel.ts';
import { isWorthAWarning } from './post.ts';
import { retryDelay } from './retry-delay.ts';

interface Change {
  at: PostAddress;
  /** The revision that it shows when done; `none`: it is gone. */
  shows: number | 'none';
  outcome: ChangeOutcome;
}

/** Makes what stands in Teams show what should be seen: the latest, whatever came in between. */
export async function edit(parcel: Parcel, at: PostAddress, depot: Depot): Promise<void> {
  await inTurn(parcel, at, depot, async () => {
    const { content, destination, wanted } = parcel.message;
    if (content.kind === 'nothing') return undefined;
    const mayGo = mayGoFor(depot);
    const drawing = depot.render(content, destination, parcel.marker);
    // Somebody may have begun while it waited for its turn.
    const [message] = await Promise.all([drawing, depot.busy.look(content)]);
    if (!message) parcel.blank = wanted;
    if (!message || depot.stopping.aborted) return undefined;
    if (depot.now() < busyUntil(parcel, depot)) return undefined;
    const outcome = await guarded(parcel, depot, () => depot.messenger.edit(at, message, mayGo));
    return { at, shows: wanted, outcome };
  });
}

/**
 * Takes it away, and says so in the store first: a message that may be gone is never edited, so when it is to be seen
 * again it is posted anew.
 */
export async function remove(parcel: Parcel, at: PostAddress, depot: Depot): Promise<void> {
  await inTurn(parcel, at, depot, async () => {
    const isClaimed = parcel.current()?.state === 'removing';
    if (!isClaimed && parcel.message.content.kind !== 'nothing') return undefined;
    if (!isClaimed && !(await write(parcel, { state: 'removing', at }, depot.store))) return undefined;
    const outcome = await guarded(parcel, depot, () => depot.messenger.remove(at, mayGoFor(depot)));
    return { at, shows: 'none', outcome };
  });
}

/** What was drawn long ago may be older than what another has shown since. */
function mayGoFor({ mayGoOn, now, timings }: Depot): () => boolean {
  const began = now();
  return () => mayGoOn() && now() - began <= timings.claimMs;
}

/** @param action `undefined`: there turned out to be nothing to change */
async function inTurn(
  parcel: Parcel,
  at: PostAddress,
  depot: Depot,
  action: () => Promise<Change | undefined>,
): Promise<void> {
  const turn = await depot.pacing.turn(at, 'change');
  if (!turn) return;
  const changed = await action().finally(() => turn.end());
  if (changed) learnFrom(changed, parcel, depot);
}

async function guarded(
  parcel: Parcel,
  { log }: Depot,
  action: () => Promise<ChangeOutcome>,
): Promise<ChangeOutcome> {
  try {
    return await action();
  } catch (error) {
    log.error({ err: error, message: parcel.marker }, 'the messenger broke on a change');
    return { kind: 'refused' };
  }
}

function learnFrom({ at, shows, outcome }: Change, parcel: Parcel, depot: Depot): void {
  const now = depot.now();
  switch (outcome.kind) {
    case 'done':
      parcel.changeRefusals = 0;
      parcel.heldSince = undefined;
      depot.watch.shown(now - parcel.dueSince);
      depot.edits.note(parcel.marker, now);
      parcel.learn(shows === 'none' ? 'none' : { state: 'posted', at, shown: shows });
      return;
    case 'refused':
      depot.watch.refused();
      delayChange(parcel, at, outcome.retryAfterMs, depot);
      return;
    case 'undeliverable':
      depot.watch.undeliverable();
      depot.log.warn(
        { message: parcel.marker, reason: outcome.reason },
        'a message can no longer be changed',
      );
      parcel.learn({
        state: 'undeliverable',
        reason: outcome.reason,
        since: new Date(now).toISOString(),
        at,
        tried: shows === 'none' ? parcel.message.wanted : shows,
      });
      return;
    default:
      outcome satisfies never;
  }
}

function delayChange(parcel: Parcel, at: PostAddress, retryAfterMs: number | undefined, depot: Depot): void {
  const { timings, chance, pacing, log } = depot;
  parcel.changeRefusals += 1;
  const waitMs = retryDelay(timings.retry, parcel.changeRefusals, chance(), retryAfterMs);
  parcel.changeFrom = depot.now() + waitMs;
  if (retryAfterMs !== undefined) pacing.pause(at, retryAfterMs);
  if (isWorthAWarning(parcel.changeRefusals)) {
    log.warn(
      { message: parcel.marker, attempt: parcel.changeRefusals, waitMs },
      'Teams keeps turning a change down',
    );
  }
}
