import type { EditionRole, Role, RoleLimit } from '../../../bot/domain/edition/edition-role.ts';
import type { Person } from '../../../bot/domain/person.ts';

/** Everybody that a door is tried by: one for each place that somebody can have in an edition. */

const tenantId = '5d0a7c1e-94b2-4f3a-8c6d-2e1f7b9a3c40';
const otherTenantId = '6e1b8d2f-a5c3-4a4b-9d7e-3f2a8cab4d51';

/** The municipality that all of them work for: Purmerend, which Beemster merged into. */
export const ownMunicipality = 'GM0439';
export const mergedMunicipality = 'GM0370';
export const otherMunicipality = 'GM0193';

export const roleNames = [
  'nobody',
  'juror',
  'juror of another category',
  'juror of another round',
  'scorer',
  'assessor',
  'chair',
  'chair of another category',
  'organiser',
  'chair and juror',
  'organiser and juror',
  'first organiser by settings',
  'first organiser and juror',
  'juror until their role was taken away',
  'same object id in another tenant',
] as const;

export type RoleName = (typeof roleNames)[number];

interface Place {
  roles: Role[];
  limits?: Partial<Record<Exclude<Role, 'organiser'>, RoleLimit>>;
}

/** What the edition keeps of them; nothing for who has no place of their own. */
const places: Partial<Record<RoleName, Place>> = {
  juror: { roles: ['juror'] },
  'juror of another category': { roles: ['juror'], limits: { juror: { categories: ['indirect'] } } },
  'juror of another round': { roles: ['juror'], limits: { juror: { rounds: ['assessment'] } } },
  scorer: { roles: ['scorer'] },
  assessor: { roles: ['assessor'] },
  chair: { roles: ['chair'] },
  'chair of another category': { roles: ['chair'], limits: { chair: { categories: ['indirect'] } } },
  organiser: { roles: ['organiser'] },
  'chair and juror': { roles: ['chair', 'juror'] },
  'organiser and juror': { roles: ['organiser', 'juror'] },
  'first organiser and juror': { roles: ['juror'] },
  'juror until their role was taken away': { roles: [] },
};

export const firstOrganisers: readonly RoleName[] = [
  'first organiser by settings',
  'first organiser and juror',
];

export function personOf(name: RoleName): Person {
  const objectId = objectIdOf(name === 'same object id in another tenant' ? 'juror' : name);
  const slug = slugOf(name);
  return {
    tenantId: name === 'same object id in another tenant' ? otherTenantId : tenantId,
    objectId,
    name: `Deelnemer ${slug}`,
    mail: `${slug}@purmerend.example`,
    language: 'nl',
    teamsUserId: `29:${slug}`,
    chat: { serviceUrl: 'http://127.0.0.1:9/', conversationId: `chat-${slug}` },
  };
}

export function editionRoleOf(name: RoleName): EditionRole | undefined {
  const place = places[name];
  if (place === undefined) return undefined;
  const { objectId, name: called, teamsUserId } = personOf(name);
  return { tenantId, objectId, name: called, organisation: ownMunicipality, teamsUserId, ...place };
}

/** Judges who score everything, whoever else looks on. */
export const others: readonly EditionRole[] = [1, 2, 3].map((number) => ({
  tenantId,
  objectId: `0b5e0000-7a11-4c0d-9e00-9999${String(number).padStart(8, '0')}`,
  name: `Kanarienaam ${number}`,
  roles: ['juror'],
  teamsUserId: `29:ander-${number}`,
}));

export function slugOf(name: RoleName): string {
  return name.replaceAll(' ', '-');
}

function objectIdOf(name: RoleName): string {
  return `0b5e0000-7a11-4c0d-9e00-${String(roleNames.indexOf(name)).padStart(12, '0')}`;
}
