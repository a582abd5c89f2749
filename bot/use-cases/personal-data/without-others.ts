import type { Marks } from '../../domain/erasure/marks.ts';
import { isTheirId, isTheirMail } from '../../domain/erasure/marks.ts';

/** Keys that tell whose something is. */
const peopleKeys = new Set([
  ...['person', 'by', 'author', 'judge', 'submitter', 'claimedBy', 'invitedBy', 'closedBy', 'startedBy'],
]);
const nameKeys = new Set(['name', 'authorName', 'teamsUserId', 'mail']);
const address = /[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/g;
const guid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const anId = new RegExp(`(?<![\\w-])(?:${guid}|erased):${guid}`, 'gi');

/**
 * What is kept, without other people: their ids, names and addresses are left out. What somebody typed in a text stays,
 * but for addresses and ids of others.
 */
export function withoutOthers(value: unknown, marks: Marks, other: string): unknown {
  if (typeof value === 'string') {
    return value
      .replace(address, (mail) => (isTheirMail(marks, mail) ? mail : other))
      .replace(anId, (id) => (isTheirId(marks, id) ? id : other));
  }
  if (Array.isArray(value)) {
    const whole = value.map((each) => withoutOthers(each, marks, other));
    return whole.filter((each) => each !== other && each !== undefined);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (isSomebodyElse(value, marks)) return undefined;
  const isOthers = Object.entries(value).some(([key, id]) => peopleKeys.has(key) && isOther(id, marks));
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, each]) => !(peopleKeys.has(key) && isOther(each, marks)) && !(isOthers && nameKeys.has(key)),
      )
      .map(([key, each]) => [String(withoutOthers(key, marks, other)), withoutOthers(each, marks, other)])
      .filter(([, each]) => each !== undefined),
  );
}

function isOther(id: unknown, marks: Marks): boolean {
  return typeof id === 'string' && id.includes(':') && !isTheirId(marks, id);
}

/** Another contact, or somebody's place. */
function isSomebodyElse(value: object, marks: Marks): boolean {
  if ('mail' in value && 'name' in value && !('person' in value)) {
    const isTheirs = 'objectId' in value && 'tenantId' in value && isTheirKey(value, marks);
    return !isTheirs && !isTheirMail(marks, value.mail);
  }
  if (!('objectId' in value) || !('tenantId' in value)) return false;
  return !isTheirKey(value, marks);
}

function isTheirKey({ tenantId, objectId }: { tenantId: unknown; objectId: unknown }, marks: Marks): boolean {
  return isTheirId(marks, `${String(tenantId)}:${String(objectId)}`);
}
