/** Something that is measured: its name, its unit and by what it is told apart. Alerts and workbook ask for these. */
export interface Instrument {
  name: string;
  kind: 'histogram' | 'counter' | 'gauge';
  unit: 'ms' | '{message}' | '{unit}' | '{error}';
  description: string;
  attributes: readonly string[];
}

export const turnDuration = {
  name: 'gemeentedelers.turn.duration',
  kind: 'histogram',
  unit: 'ms',
  description: 'From a request of Teams to our answer',
  attributes: ['kind', 'outcome'],
} as const satisfies Instrument;

export const requestDuration = {
  name: 'gemeentedelers.request.duration',
  kind: 'histogram',
  unit: 'ms',
  description: 'From any request to our answer',
  attributes: ['route', 'status'],
} as const satisfies Instrument;

export const deliveryLag = {
  name: 'gemeentedelers.delivery.lag',
  kind: 'histogram',
  unit: 'ms',
  description: 'From when a message was taken in hand until Teams had it',
  attributes: [],
} as const satisfies Instrument;

export const deliveryRetries = {
  name: 'gemeentedelers.delivery.retries',
  kind: 'counter',
  unit: '{message}',
  description: 'Times that Teams turned a message down, to be tried again',
  attributes: [],
} as const satisfies Instrument;

export const deliveryAmbiguous = {
  name: 'gemeentedelers.delivery.ambiguous',
  kind: 'counter',
  unit: '{message}',
  description: 'Posts of which there is no word whether they arrived',
  attributes: [],
} as const satisfies Instrument;

export const deliveryUndeliverable = {
  name: 'gemeentedelers.delivery.undeliverable',
  kind: 'counter',
  unit: '{message}',
  description: 'Messages that can never arrive',
  attributes: [],
} as const satisfies Instrument;

export const deliveryInHand = {
  name: 'gemeentedelers.delivery.in_hand',
  kind: 'gauge',
  unit: '{message}',
  description: 'Messages that are not where they should be yet',
  attributes: ['standing'],
} as const satisfies Instrument;

export const deliveryOldest = {
  name: 'gemeentedelers.delivery.oldest',
  kind: 'gauge',
  unit: 'ms',
  description: 'How long the oldest message is in hand that could be sent',
  attributes: [],
} as const satisfies Instrument;

export const storeDuration = {
  name: 'gemeentedelers.store.duration',
  kind: 'histogram',
  unit: 'ms',
  description: 'An operation of the store',
  attributes: ['operation'],
} as const satisfies Instrument;

export const storeErrors = {
  name: 'gemeentedelers.store.errors',
  kind: 'counter',
  unit: '{error}',
  description: 'What the store did not do, though it was asked rightly',
  attributes: ['operation', 'code'],
} as const satisfies Instrument;

export const storeUnits = {
  name: 'gemeentedelers.store.request_units',
  kind: 'counter',
  unit: '{unit}',
  description: 'What Cosmos DB charged',
  attributes: ['operation'],
} as const satisfies Instrument;

export const instruments: readonly Instrument[] = [
  turnDuration,
  requestDuration,
  deliveryLag,
  deliveryRetries,
  deliveryAmbiguous,
  deliveryUndeliverable,
  deliveryInHand,
  deliveryOldest,
  storeDuration,
  storeErrors,
  storeUnits,
];
