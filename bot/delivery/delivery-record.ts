import type { Delivery } from '../domain/outgoing-message.ts';
import {
  deliveries,
  deliveryPrefix,
  emptyLineDeliveries,
  isEmptyLine,
  messagePrefix,
  outgoingMessages,
} from '../store/documents/message-documents.ts';
import { PreconditionFailedError, type DocumentStore, type Operation } from '../store/port.ts';
import type { Depot } from './depot.ts';
import type { News, Parcel } from './parcel.ts';

/** Reads how a parcel stands, if that is not known; and what it should show too, if others have written. */
export async function load(parcel: Parcel, store: DocumentStore): Promise<void> {
  const { partition, name } = parcel;
  if (parcel.delivery === 'stale') {
    const message = await outgoingMessages.read(store, partition, `${messagePrefix}${name}`);
    if (message && message.value.wanted > parcel.message.wanted) parcel.message = message.value;
  }
  if (parcel.delivery !== 'stale' && parcel.delivery !== 'unread') return;
  parcel.delivery = (await deliveries.read(store, partition, `${deliveryPrefix}${name}`)) ?? 'none';
}

/** @returns whether it was written; if not, somebody else was first, and it is to be read again */
export async function write(
  parcel: Parcel,
  becomes: Delivery | 'none',
  store: DocumentStore,
): Promise<boolean> {
  const id = `${deliveryPrefix}${parcel.name}`;
  const operation = operationFor(parcel, id, becomes);
  if (!operation) return true;
  // Until the answer is there, nobody knows.
  parcel.delivery = 'stale';
  try {
    const etag = (await store.commit(parcel.partition, [operation])).get(id);
    if (becomes === 'none') parcel.delivery = 'none';
    else if (etag !== undefined) parcel.delivery = { id, value: becomes, etag };
    return true;
  } catch (error) {
    if (error instanceof PreconditionFailedError) return false;
    throw error;
  }
}

function operationFor(parcel: Parcel, id: string, becomes: Delivery | 'none'): Operation | undefined {
  const before = typeof parcel.delivery === 'string' ? undefined : parcel.delivery;
  const kept = isEmptyLine(parcel.message) ? emptyLineDeliveries : deliveries;
  if (becomes !== 'none') return kept.write(id, becomes, before);
  return before && { kind: 'delete', id, etag: before.etag };
}

/** Writes what is known but not written yet, unless what others wrote meanwhile has overtaken it. */
export async function writeNews(parcel: Parcel, news: News, depot: Depot): Promise<void> {
  parcel.news = review(parcel, news, depot);
  if (!parcel.news) return;
  if (await write(parcel, parcel.news.becomes, depot.store)) parcel.news = undefined;
}

/** What is worth writing, now that we know what stands in the store. */
function review(parcel: Parcel, news: News, { log }: Depot): News | undefined {
  const { becomes, basis } = news;
  if (parcel.etag() === basis) return news;
  if (becomes === 'none' || becomes.state !== 'posted') return undefined;
  const current = parcel.current();
  switch (current?.state) {
    case 'ambiguous':
    case 'refused':
      // Having been told where it stands outweighs what others had to assume.
      return news;
    case 'posted':
      if (current.at.activityId === becomes.at.activityId) return doubt(parcel, current);
      log.error({ message: parcel.marker, at: becomes.at.activityId }, 'a message stands in Teams twice');
      return undefined;
    case 'removing':
    case 'undeliverable':
    case undefined:
      return undefined;
    default:
      return current satisfies never;
  }
}

/** Two of us edited it at once, and whose edit came last in Teams nobody knows: one more settles it. */
function doubt(parcel: Parcel, current: Extract<Delivery, { state: 'posted' }>): News | undefined {
  return current.shown === 0 ? undefined : { becomes: { ...current, shown: 0 }, basis: parcel.etag() };
}

/** Somebody was seen using it, so it stands there, whatever we were told. */
export function applyEvidence(parcel: Parcel): void {
  const state = parcel.current()?.state;
  if (parcel.seenAt && (state === 'ambiguous' || state === 'refused')) {
    parcel.learn({ state: 'posted', at: parcel.seenAt, shown: 0 });
  }
  parcel.seenAt = undefined;
}
