import type { EditionRole, Role, RoleLimit, RolesHeld } from './edition-role.ts';

/** In the order in which they are told of. */
export const allRoles = [
  'organiser',
  'chair',
  'juror',
  'assessor',
  'scorer',
] as const satisfies readonly Role[];

/** What may be given to everybody in a channel at once. */
export const judgingRoles = ['juror', 'assessor', 'scorer'] as const satisfies readonly Role[];

export type JudgingRole = (typeof judgingRoles)[number];

/** A role, and where it is to hold. */
export interface RoleWish {
  role: Role;
  limit?: RoleLimit;
}

/** With that role, from now on where the wish says; the other roles stay as they are. */
export function withRole(held: RolesHeld, { role, limit }: RoleWish): RolesHeld {
  const others = withoutLimits(held.limits, [role]);
  const kept = limit === undefined ? undefined : limitOf(limit);
  const limits = kept === undefined || role === 'organiser' ? others : { ...others, [role]: kept };
  return heldOf([...held.roles, role], limits);
}

/** With what `more` has and `held` has not; where both have a role, it holds where it did. */
export function withRolesOf(held: RolesHeld, more: RolesHeld): RolesHeld {
  const missing = more.roles.filter((role) => !held.roles.includes(role));
  return missing.reduce<RolesHeld>(
    (sum, role) => withRole(sum, { role, ...limitFor(more, role) }),
    heldOf(held.roles, held.limits),
  );
}

/** Without these roles. */
export function withoutRoles(held: RolesHeld, roles: readonly Role[]): RolesHeld {
  return heldOf(
    held.roles.filter((role) => !roles.includes(role)),
    withoutLimits(held.limits, roles),
  );
}

/** Where somebody's role holds; nothing for everywhere. */
export function limitFor(held: RolesHeld, role: Role): { limit?: RoleLimit } {
  const limit = role === 'organiser' ? undefined : held.limits?.[role];
  return limit === undefined ? {} : { limit };
}

/** Somebody's place with other roles. */
export function placeWith(
  { limits: _limits, formerly: _formerly, ...place }: EditionRole,
  held: RolesHeld,
): EditionRole {
  return { ...place, ...held };
}

/** The same roles are the same data: each once, in order, and no limit that limits nothing. */
function heldOf(roles: readonly Role[], limits: RolesHeld['limits'] = {}): RolesHeld {
  const kept = allRoles.filter((role) => roles.includes(role));
  return Object.keys(limits).length === 0 ? { roles: kept } : { roles: kept, limits };
}

function limitOf({ categories = [], rounds = [] }: RoleLimit): RoleLimit | undefined {
  if (categories.length === 0 && rounds.length === 0) return undefined;
  return {
    ...(categories.length > 0 && { categories: [...new Set(categories)].sort() }),
    ...(rounds.length > 0 && { rounds: [...new Set(rounds)].sort() }),
  };
}

function withoutLimits(limits: RolesHeld['limits'] = {}, roles: readonly Role[]): RolesHeld['limits'] {
  return Object.fromEntries(
    Object.entries(limits).filter(([limited]) => !roles.some((each) => each === limited)),
  );
}
