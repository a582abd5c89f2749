import { edit, remove } from './change.ts';
import { applyEvidence, load, writeNews } from './delivery-record.ts';
import type { Depot } from './depot.ts';
import { busyUntil, hold } from './hold.ts';
import { nextStep, type Step } from './next-step.ts';
import type { Parcel } from './parcel.ts';
import { post } from './post.ts';
import { reconcile } from './reconcile.ts';
import { retryDelay } from './retry-delay.ts';

/**
 * Brings a message to where Teams shows what should be seen, however long that takes and whatever happens meanwhile.
 * Resolves when there is nothing left to do for it (it is then out of our hands), or when delivery stops.
 */
export async function deliver(parcel: Parcel, depot: Depot): Promise<void> {
  while (!depot.stopping.aborted) {
    try {
      const step = await decide(parcel, depot);
      if (step?.kind === 'done' && letGo(parcel, depot)) return;
      if (step) await take(step, parcel, depot);
      parcel.failures = 0;
    } catch (error) {
      await recover(error, parcel, depot);
    }
  }
  await writeLastNews(parcel, depot);
}

/** What Teams answered to the last request is worth some tries to write it down. */
async function writeLastNews(parcel: Parcel, depot: Depot): Promise<void> {
  for (let left = 4; left > 0 && parcel.news; left -= 1) {
    await decide(parcel, depot).catch((error: unknown) => recover(error, parcel, depot));
  }
}

/** @returns `undefined` when something had to be written first */
async function decide(parcel: Parcel, depot: Depot): Promise<Step | undefined> {
  await load(parcel, depot.store);
  applyEvidence(parcel);
  if (parcel.news) {
    await writeNews(parcel, parcel.news, depot);
    return undefined;
  }
  if (parcel.current()?.state === 'posted') depot.lanes.leave(parcel.lane, parcel);
  return stepOf(parcel, depot);
}

function stepOf(parcel: Parcel, depot: Depot): Step {
  const now = depot.now();
  const moment = {
    now,
    changeFrom: Math.max(parcel.changeFrom, depot.edits.nextFrom(parcel.marker)),
    busyUntil: busyUntil(parcel, depot),
  };
  const step = nextStep(parcel.message, parcel.current(), moment);
  const shows = step.kind === 'post' || step.kind === 'edit';
  return shows && parcel.blank === parcel.message.wanted ? { kind: 'done' } : step;
}

async function take(step: Step, parcel: Parcel, depot: Depot): Promise<void> {
  switch (step.kind) {
    case 'done':
      return unlist(parcel, depot);
    case 'wait':
      return parcel.rest('retrying', step.until - depot.now());
    case 'hold':
      return hold(parcel, depot);
    case 'post':
      return post(parcel, step.attempt, depot);
    case 'reconcile':
      return reconcile(parcel, step, depot);
    case 'edit':
      return edit(parcel, step.at, depot);
    case 'remove':
      return remove(parcel, step.at, depot);
    default:
      return step satisfies never;
  }
}

/** Decides again before it lets go, with no `await` in between: it may have changed since. */
function letGo(parcel: Parcel, depot: Depot): boolean {
  depot.lanes.leave(parcel.lane, parcel);
  if (parcel.listed || stepOf(parcel, depot).kind !== 'done') return false;
  depot.parcels.delete(parcel.marker);
  parcel.settle();
  return true;
}

/** What comes from now on holds the feed itself; what came before is done. */
async function unlist(parcel: Parcel, depot: Depot): Promise<void> {
  if (!parcel.listed) return;
  parcel.listed = false;
  try {
    await depot.waitingList.remove(parcel.marker);
  } catch (error) {
    depot.log.warn(
      { err: error, message: parcel.marker },
      'a message stays on the waiting list until the next start',
    );
  }
}

async function recover(error: unknown, parcel: Parcel, depot: Depot): Promise<void> {
  parcel.failures += 1;
  // A write that failed may have been done all the same.
  if (parcel.delivery !== 'unread') parcel.delivery = 'stale';
  const waitMs = retryDelay(depot.timings.retry, parcel.failures, depot.chance());
  depot.log.error({ err: error, message: parcel.marker, waitMs }, 'a message is stuck and tried again');
  if (!depot.stopping.aborted) await parcel.rest('retrying', waitMs);
}
