import type { Place } from './place.ts';

/** What each act of the tab carries, by its path. */
export const bodies: Partial<Record<string, (place: Place, submissionId: string) => unknown>> = {};
