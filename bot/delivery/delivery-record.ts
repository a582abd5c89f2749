import type { Delivery } from '../domain/outgoing-message.ts';
import {
  deliveries,
  deliveryPrefix,
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
  if (becomes !== 'none') return deliveries.write(id, becomes, before);
  return before && { kind: 'delete', id, etag: before.etag };
}

/** Writes what is known but not written yet, unless what others wrote meanwhile has overtaken it. */
export async function writeNews(parcel: Parcel, news: News, depot: Depot): Promise<void> {
  if (!stillHolds(parcel, news, depot)) {
    parcel.news = undefined;
    return;
  }
  if (await write(parcel, news.becomes, depot.store)) parcel.news = undefined;
}

function stillHolds(parcel: Parcel, { becomes, basis }: News, { log }: Depot): boolean {
  if (parcel.etag() === basis) return true;
  if (becomes === 'none' || becomes.state !== 'posted') return false;
  const current = parcel.current();
  switch (current?.state) {
    case 'ambiguous':
    case 'refused':
      // Having been told where it stands outweighs what others had to assume.
      return true;
    case 'posted':
      parcel.uncertain = true;
      if (current.at.activityId !== becomes.at.activityId) {
        log.error({ message: parcel.marker, at: becomes.at.activityId }, 'a message stands in Teams twice');
      }
      return false;
    case 'removing':
    case 'undeliverable':
    case undefined:
      return false;
    default:
      return current satisfies never;
  }
}

/** Somebody was seen using it, so it stands there, whatever we were told. */
export function applyEvidence(parcel: Parcel): void {
  const state = parcel.current()?.state;
  if (parcel.seenAt && (state === 'ambiguous' || state === 'refused')) {
    parcel.learn({ state: 'posted', at: parcel.seenAt, shown: 0 });
  }
  parcel.seenAt = undefined;
}
