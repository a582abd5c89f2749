import type { OutgoingMessage } from '../../domain/outgoing-message.ts';
import type { PersonId } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { nominatedMail } from '../../domain/submission/nomination.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { messagePrefix, outgoingMessages } from '../../store/documents/message-documents.ts';
import { invitationName, nominationPostName } from '../../store/documents/nomination-documents.ts';
import { people } from '../../store/documents/person-documents.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { FeedReader } from '../../store/feed-reader.ts';
import { startFeedReader } from '../../store/feed-reader.ts';
import type { DocumentStore, StoredDocument } from '../../store/port.ts';
import { readEdition } from '../edition-context.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';

export interface FollowOptions {
  store: DocumentStore;
  /** Fits pino. */
  log?: { error(details: object, message: string): void };
}

/**
 * Tells the organisation of every nomination, and keeps that post up to date; asks the contact over there to confirm,
 * where the edition wants that, as soon as they are somebody the app has met. Each message once, whatever comes again.
 */
export function startFollowingNominations({ store, log }: FollowOptions): FeedReader {
  const follower = new Follower(store);
  return startFeedReader({
    store,
    name: 'nominations',
    resume: 'beginning',
    pageSize: 1_000,
    ...(log && { log }),
    handle: (changes) => follower.take(changes),
  });
}

class Follower {
  readonly #store: DocumentStore;
  /** By mail address: who that is, and what of theirs was nominated. */
  readonly #people = new Map<string, PersonId>();
  readonly #nominated = new Map<string, Set<string>>();

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async take(changes: readonly StoredDocument[]): Promise<void> {
    for (const change of changes) {
      if (people.is(change)) await this.#takePerson(change);
      else if (submissions.is(change)) await this.#takeSubmission(submissions.parse(change).value);
    }
  }

  async #takePerson(change: StoredDocument): Promise<void> {
    const { value } = people.parse(change);
    const mail = value.mail?.trim().toLowerCase();
    if (mail === undefined || this.#people.get(mail) === personId(value)) return;
    this.#people.set(mail, personId(value));
    for (const submissionId of this.#nominated.get(mail) ?? []) await this.#invite(submissionId);
  }

  async #takeSubmission(submission: Submission): Promise<void> {
    if (submission.whose !== 'nominated' || submission.example) return;
    await this.#post(submission);
    const mail = nominatedMail(submission);
    if (mail === undefined) return;
    const others = this.#nominated.get(mail) ?? new Set<string>();
    this.#nominated.set(mail, others.add(submission.id));
    await this.#invite(submission.id);
  }

  /** The post names the revision that it is to show, so that the same change again asks for nothing. */
  async #post({ id, editionId, revision }: Submission): Promise<void> {
    const partition = submissionPartition(id);
    const name = messagePrefix + nominationPostName;
    await retryWhenChanged(partition, async () => {
      const before = await outgoingMessages.read(this.#store, partition, name);
      const shown = before?.value.content;
      if (shown?.kind === 'nomination-post' && shown.revision >= revision) return;
      const message: OutgoingMessage = {
        destination: { kind: 'organisers-channel', editionId },
        content: { kind: 'nomination-post', submissionId: id, revision },
        wanted: (before?.value.wanted ?? 0) + 1,
      };
      await this.#store.commit(partition, [outgoingMessages.write(name, message, before)]);
    });
  }

  async #invite(submissionId: string): Promise<void> {
    const partition = submissionPartition(submissionId);
    const submission = (await submissions.read(this.#store, partition, submissionDocumentId))?.value;
    const mail = submission && nominatedMail(submission);
    const person = mail === undefined ? undefined : this.#people.get(mail);
    const edition = submission && (await readEdition(this.#store, submission.editionId));
    if (person === undefined || submission === undefined || edition?.invitesNominated !== true) return;
    if (submission.status === 'withdrawn' || person === submission.submitter) return;
    const name = messagePrefix + invitationName(person);
    await retryWhenChanged(partition, async () => {
      if ((await outgoingMessages.read(this.#store, partition, name)) !== undefined) return;
      const message: OutgoingMessage = {
        destination: { kind: 'person', person },
        content: { kind: 'nomination-invitation', submissionId },
        wanted: 1,
      };
      await this.#store.commit(partition, [outgoingMessages.create(name, message)]);
    });
  }
}
