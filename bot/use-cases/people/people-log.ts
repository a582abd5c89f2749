import type { EditionRole } from '../../domain/edition/edition-role.ts';
import type { Invitation } from '../../domain/edition/invitation.ts';

/**
 * What the log keeps of people: who is what, by id. Names and addresses stay out of it, because nothing is ever taken
 * out of a log; how Teams calls somebody is no decision of anybody.
 */

export function placeAsLogged({ name: _name, teamsUserId: _id, ...place }: EditionRole) {
  return place;
}

export function invitationAsLogged({ mail: _mail, name: _name, ...invitation }: Invitation) {
  return invitation;
}
