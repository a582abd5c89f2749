import { Temporal } from 'temporal-polyfill';
import type { Instant, ZoneName } from '../instant.ts';
import type { LocalMoment } from './local-moment.ts';

/** An opening as an organiser would write it: the day alone when it opens at its beginning. */
export function openingAsWritten(zone: ZoneName, at: Instant): LocalMoment {
  const local = inZone(zone, at);
  return startsDay(local) ? local.toPlainDate().toString() : minutes(local);
}

/** A closing as an organiser would write it: the day alone when that day is the last whole one. (GD6) */
export function closingAsWritten(zone: ZoneName, at: Instant): LocalMoment {
  const local = inZone(zone, at);
  return startsDay(local) ? local.toPlainDate().subtract({ days: 1 }).toString() : minutes(local);
}

function inZone(zone: ZoneName, at: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone);
}

function startsDay(local: Temporal.ZonedDateTime): boolean {
  return local.epochMilliseconds === local.startOfDay().epochMilliseconds;
}

function minutes(local: Temporal.ZonedDateTime): LocalMoment {
  return local.toPlainDateTime().toString({ smallestUnit: 'minute' });
}
