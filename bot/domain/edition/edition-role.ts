import type { Instant } from '../instant.ts';
import type { ChatAddress, PersonKey } from '../person.ts';
import type { RoundId } from './edition.ts';

/** What somebody may be in an edition. Whoever has no role is a civil servant who may hand in. */
export type Role = 'organiser' | 'chair' | 'juror' | 'scorer' | 'assessor';

/** Roles, and where they hold. */
export interface RolesHeld {
  /** None for who had a place and has it no more: what they did stays theirs. */
  roles: Role[];
  /** Where a role holds; what is not here holds everywhere. An organiser is one of the whole edition. */
  limits?: Partial<Record<Exclude<Role, 'organiser'>, RoleLimit>>;
}

/** Somebody's place in one edition, as its organiser keeps it. */
export interface EditionRole extends PersonKey, RolesHeld {
  name: string;
  /** Counts what organisers changed about it; absent while they changed nothing. */
  revision?: number;
  /** What they had before a role was last taken away: what undoing that gives back. */
  formerly?: RolesHeld;
  /** The municipality they work for (`GM0344`), if any: keeps them away from its submissions. (GD18) */
  organisation?: string;
  teamsUserId?: string;
}

/** Only in these categories and rounds; a list that is absent leaves out nothing. */
export interface RoleLimit {
  categories?: string[];
  rounds?: RoundId[];
}

/** A channel of an edition: where its jury judges, or its organisation works. */
export interface JuryChannel extends ChatAddress {
  tenantId: string;
  /** The Entra group behind the team: what Microsoft Graph calls the team. */
  teamId?: string;
  /** What Teams itself calls the team. */
  teamsTeamId?: string;
}

/** What a channel is to an edition, or was: a binding that has ended says so, and stays. */
export interface ChannelBinding extends JuryChannel {
  /** Bound unless told. `lost`: Teams told that it is gone, or that the app is no longer in it. */
  state?: 'unbound' | 'lost';
  /** Counts what became of it; 1 unless told. */
  turn?: number;
  /** When it became so. */
  since?: Instant;
}

const judging = ['juror', 'scorer', 'assessor'] as const satisfies readonly Role[];

/** Scores somewhere in the edition: a judge is anyone who scores in a round. */
export function isJudge(role: EditionRole | undefined): role is EditionRole {
  return role !== undefined && judging.some((each) => role.roles.includes(each));
}

/** Where something is judged; without a round: in any of them. */
export interface JudgedAt {
  categoryId: string;
  roundId?: RoundId;
}

/** Scores there: what is in that category, in that round. */
export function judgesAt(role: EditionRole | undefined, place: JudgedAt): role is EditionRole {
  return role !== undefined && judging.some((each) => holdsAt(role, each, place));
}

/** Whether somebody has this role there. */
export function holdsAt(role: EditionRole, wanted: Role, { categoryId, roundId }: JudgedAt): boolean {
  if (!role.roles.includes(wanted)) return false;
  const { categories, rounds } = (wanted === 'organiser' ? undefined : role.limits?.[wanted]) ?? {};
  const inCategory = categories === undefined || categories.includes(categoryId);
  return inCategory && (rounds === undefined || roundId === undefined || rounds.includes(roundId));
}
