import { isObject } from '../is-object.ts';

/** `name` or `code` of whatever was thrown; `instanceof` does not know errors of Node's own modules inside jest. */
export function errorField(error: unknown, field: 'name' | 'code'): string | undefined {
  const value = isObject(error) ? error[field] : undefined;
  return typeof value === 'string' ? value : undefined;
}
