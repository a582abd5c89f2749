/** A moment, ISO 8601 in UTC with milliseconds (`2026-11-22T09:30:00.000Z`): earlier sorts before later. */
export type Instant = string;

/** A day, ISO 8601 (`2026-11-22`): earlier sorts before later. */
export type PlainDay = string;

/** An IANA zone name, such as `Europe/Amsterdam`. */
export type ZoneName = string;
