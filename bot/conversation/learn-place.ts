import { isJudge } from '../domain/edition/edition-role.ts';
import type { ChatAddress, Person, PersonId } from '../domain/person.ts';
import { personId } from '../domain/person.ts';
import { people, personDocumentId, personPartition } from '../store/documents/person-documents.ts';
import { claimInvitation } from '../use-cases/people/claim-invitation.ts';
import { findCurrentEdition, roleIn } from '../use-cases/edition-context.ts';
import { invitesAnybody } from '../use-cases/people/view-people.ts';
import type { World } from '../use-cases/world.ts';
import type { Asking } from './learn-mail.ts';

/** Fills in what somebody was invited for, the first time that they are heard outside their own chat. */
export type LearnPlace = (person: Person, conversation: ChatAddress) => Promise<void>;

/** A tap has to be answered in seconds, and answers that somebody is no judge when this takes longer. */
const patienceMs = 4_000;
const mostRemembered = 50_000;

/**
 * Teams is asked for somebody's address only while they do not judge and somebody is invited, and not again once it
 * has said so, until the next start. What it says too late for one tap is there for the next.
 */
export function createLearnPlace(world: World, { profileOf, log }: Asking): LearnPlace {
  const asked = new Map<PersonId, Promise<string | undefined>>();
  const ask = (person: Person, conversation: ChatAddress): Promise<string | undefined> => {
    const id = personId(person);
    const before = asked.get(id);
    if (before !== undefined) return before;
    const answer = mailOf(world, person, conversation, profileOf).catch((error: unknown) => {
      log?.warn(
        { err: error },
        'Teams did not say who somebody is; whether they are invited is not known yet',
      );
      return undefined;
    });
    asked.set(id, answer);
    if (asked.size > mostRemembered) asked.delete(asked.keys().next().value ?? id);
    void answer.then((mail) => {
      if (mail === undefined) asked.delete(id);
    });
    return answer;
  };
  return async (person, conversation) => {
    const edition = await findCurrentEdition(world.store);
    if (edition === undefined || isJudge(await roleIn(world, edition.id, person))) return;
    if (!asked.has(personId(person)) && !(await invitesAnybody(world.store, edition.id))) return;
    const mail = await Promise.race([ask(person, conversation), nothingAfter(patienceMs)]);
    if (mail !== undefined) await claimInvitation(world, edition.id, { ...person, mail });
  };
}

async function mailOf(
  world: World,
  person: Person,
  conversation: ChatAddress,
  profileOf: Asking['profileOf'],
): Promise<string | undefined> {
  const known = await people.read(world.store, personPartition(personId(person)), personDocumentId);
  if (known?.value.mail !== undefined) return known.value.mail;
  if (person.teamsUserId === undefined) return undefined;
  return (await profileOf?.(conversation, person.teamsUserId, person.tenantId))?.mail;
}

function nothingAfter(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms).unref());
}
