import type { Delivery } from '../delivery/start-delivery.ts';
import type { DeliveryWatch } from '../delivery/depot.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';

/** Sees what is sent, and how what is in hand stands, at whichever server sends. */
export interface SendingWatch extends DeliveryWatch {
  /** @returns what ends it */
  follow(delivery: Pick<Delivery, 'state'>): () => void;
}

const nothingInHand = { waiting: 0, ambiguous: 0, parked: 0, retrying: 0, oldestMs: 0 };

/** One for as long as the server lives: it may come to send more than once, and else has nothing in hand. */
export function watchSending(telemetry: Pick<Telemetry, 'delivery' | 'watchDelivery'>): SendingWatch {
  let followed: Pick<Delivery, 'state'> | undefined;
  telemetry.watchDelivery(() => followed?.state() ?? nothingInHand);
  return {
    ...telemetry.delivery,
    follow: (delivery) => {
      followed = delivery;
      return () => {
        if (followed === delivery) followed = undefined;
      };
    },
  };
}
