import type { ChatAddress, PersonKey } from '../person.ts';

/** What somebody may be in an edition. Whoever has no role is a civil servant who may hand in. */
export type Role = 'organiser' | 'chair' | 'juror' | 'scorer' | 'assessor';

/** Somebody's place in one edition, as its organiser keeps it. */
export interface EditionRole extends PersonKey {
  name: string;
  roles: Role[];
  /** The municipality they work for (`GM0344`), if any: keeps them away from its submissions. (GD18) */
  organisation?: string;
  teamsUserId?: string;
}

/** A channel of an edition: where its jury judges, or its organisation works. */
export interface JuryChannel extends ChatAddress {
  tenantId: string;
  /** The Entra group behind the team: what Microsoft Graph calls the team. */
  teamId?: string;
}

const judging: readonly Role[] = ['juror', 'scorer', 'assessor'];

/** A judge is anyone who scores in a round. */
export function isJudge(role: EditionRole | undefined): role is EditionRole {
  return role?.roles.some((each) => judging.includes(each)) ?? false;
}
