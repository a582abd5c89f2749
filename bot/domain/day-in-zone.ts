import { Temporal } from 'temporal-polyfill';
import type { Instant, PlainDay, ZoneName } from './instant.ts';

/** Which day it is in that zone at that moment. */
export function dayInZone(at: Instant, zone: ZoneName): PlainDay {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}
