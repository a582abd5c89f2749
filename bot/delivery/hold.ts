import type { Depot } from './depot.ts';
import type { Parcel } from './parcel.ts';

/** Until when an edit would take away what somebody is filling in on it; who takes very long is not waited for. */
export function busyUntil(parcel: Parcel, { busy, now, timings }: Depot): number {
  return Math.min(busy.until(parcel.message.content), (parcel.heldSince ?? now()) + timings.mostBusyMs);
}

/** Waits for who is filling something in on it. */
export async function hold(parcel: Parcel, { timings, now }: Depot): Promise<void> {
  parcel.heldSince ??= now();
  await parcel.rest('held', timings.busyLookMs);
  parcel.dueSince = now();
}
