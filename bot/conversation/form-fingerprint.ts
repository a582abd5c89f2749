import type { Input } from './steps/step.ts';

/**
 * A short stand-in for what a field of the form was drawn with, so that what was changed in it can be told from what
 * was not. No secret, and nothing that decides who may do what: FNV-1a, twice.
 */
export function fingerprint(value: string): string {
  const same = asSent(value);
  return fnv(same, 0x811c9dc5) + fnv(same, 0x9747b28c);
}

/** What goes along with a field, to know by whether it was changed. */
export function markOf(kind: Input['kind'], value: string): string {
  return kind === 'toggle' && value !== 'true' ? off : fingerprint(value);
}

/** A box that is not ticked may be sent as nothing at all. */
export function isAsDrawn(value: string, mark: string): boolean {
  return mark === off ? value !== 'true' : fingerprint(value) === mark;
}

const off = 'off';

/** A value as it is after Teams drew it and sent it back: clients differ in line breaks and in spaces around it. */
export function asSent(value: string): string {
  return value.toWellFormed().replace(/\r\n?/g, '\n').trim();
}

function fnv(value: string, start: number): string {
  let hash = start;
  for (let index = 0; index < value.length; index += 1) {
    hash = Math.imul(hash ^ value.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
