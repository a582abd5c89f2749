import type { ZoneName } from '../../domain/instant.ts';

/** Whose days an administrator counts in. */
export const zone: ZoneName = 'Europe/Amsterdam';
