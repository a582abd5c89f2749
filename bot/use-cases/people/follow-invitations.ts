import type { Person, PersonId } from '../../domain/person.ts';
import { mailKey } from '../../domain/edition/invitation.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import { roleInvitations } from '../../store/documents/invitation-documents.ts';
import { people } from '../../store/documents/person-documents.ts';
import type { FeedReader } from '../../store/feed-reader.ts';
import { startFeedReader } from '../../store/feed-reader.ts';
import type { DocumentStore, StoredDocument } from '../../store/port.ts';
import { claimInvitation } from './claim-invitation.ts';
import type { World } from '../world.ts';

type FollowWorld = Pick<World, 'store' | 'now'>;

/**
 * Fills in invitations of people whose address the app knows, whichever came first: the invitation or the person. It
 * keeps who has which address from the feed itself, so that nothing beside a person's own document holds it.
 */
export function startFollowingInvitations(
  world: FollowWorld,
  log?: { error(details: object, message: string): void },
): FeedReader {
  const follower = new Follower(world);
  return startFeedReader({
    store: world.store,
    name: 'invitations',
    resume: 'beginning',
    pageSize: 1_000,
    ...(log && { log }),
    handle: (changes) => follower.take(changes),
  });
}

class Follower {
  readonly #world: FollowWorld & { store: DocumentStore };
  /** By address: who was last heard to have it. */
  readonly #people = new Map<string, Person>();
  /** By address: the editions that invite it. */
  readonly #invited = new Map<string, Set<string>>();

  constructor(world: FollowWorld) {
    this.#world = world;
  }

  async take(changes: readonly StoredDocument[]): Promise<void> {
    for (const change of changes) {
      if (people.is(change)) await this.#takePerson(people.parse(change).value);
      else if (roleInvitations.is(change)) await this.#takeInvitation(change);
    }
  }

  async #takePerson(person: Person): Promise<void> {
    if (person.mail === undefined) return;
    const mail = mailKey(person.mail);
    this.#people.set(mail, person);
    for (const editionId of this.#invited.get(mail) ?? []) await this.#claim(editionId, person, mail);
  }

  async #takeInvitation(change: StoredDocument): Promise<void> {
    const { mail, status } = roleInvitations.parse(change).value;
    const editionId = change.partition.slice(editionPartition('').length);
    const editions = this.#invited.get(mail) ?? new Set<PersonId>();
    if (status === 'open') this.#invited.set(mail, editions.add(editionId));
    else editions.delete(editionId);
    const person = this.#people.get(mail);
    if (status === 'open' && person !== undefined) await this.#claim(editionId, person, mail);
  }

  async #claim(editionId: string, person: Person, mail: string): Promise<void> {
    await claimInvitation(this.#world, editionId, { ...person, mail });
  }
}
