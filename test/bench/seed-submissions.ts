import type { Draft } from '../../bot/domain/draft/draft.ts';
import { newConversation } from '../../bot/domain/draft/conversation.ts';
import type { Edition } from '../../bot/domain/edition/edition.ts';
import type { Destination, MessageContent } from '../../bot/domain/outgoing-message.ts';
import { personId, type Person } from '../../bot/domain/person.ts';
import { chanceFrom } from '../../bot/domain/ranking/chance.ts';
import type { Submission, SubmissionFields } from '../../bot/domain/submission/submission.ts';
import { conversationId, conversations } from '../../bot/store/documents/conversation-documents.ts';
import { draftPrefix, drafts } from '../../bot/store/documents/draft-documents.ts';
import {
  editionPartition,
  givenNumberPrefix,
  givenNumbers,
  numberingId,
  numberings,
} from '../../bot/store/documents/edition-documents.ts';
import {
  deliveries,
  deliveryPrefix,
  juryPostName,
  messagePrefix,
  outgoingMessages,
} from '../../bot/store/documents/message-documents.ts';
import { people, personDocumentId, personPartition } from '../../bot/store/documents/person-documents.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../bot/store/documents/submission-documents.ts';
import { startFeedReader } from '../../bot/store/feed-reader.ts';
import type { DocumentStore, Operation } from '../../bot/store/port.ts';
import { auditOperations } from '../../bot/use-cases/log/audit-trail.ts';
import { redrawOnRoundPassing } from '../../bot/use-cases/rounds/open-round-redraw.ts';
import { tenants } from './bots.ts';
import { someText } from './some-text.ts';

/** Of the last submission that is put in: no other text resembles it. */
export const lastTitle = 'Zwevend kasseienorgel';
export const lastDescription = 'Kasseienorgels zweven boven het dorpsplein en zingen voor voorbijgangers.';

const atOnce = 500;
const numbersACommit = 50;

/**
 * Puts in so many submissions, each by somebody else, with all that handing in by the form leaves behind: messages that
 * stand in Teams, a log, what is kept of the person.
 */
export async function seedSubmissions(store: DocumentStore, edition: Edition, count: number): Promise<void> {
  await redrawOnRoundPassing({ store, now: () => new Date().toISOString() });
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  for (let at = 0; at < numbers.length; at += numbersACommit) {
    await giveNumbers(store, edition, numbers.slice(at, at + numbersACommit));
  }
  for (let at = 0; at < numbers.length; at += atOnce) {
    const some = numbers.slice(at, at + atOnce);
    await Promise.all(some.map((number) => seedOne(store, edition, number, number === count)));
  }
  await passBy(store, 'delivery');
  await passBy(store, 'handing-in');
}

async function giveNumbers(store: DocumentStore, edition: Edition, some: number[]): Promise<void> {
  const partition = editionPartition(edition.id);
  const before = await numberings.read(store, partition, numberingId);
  await store.commit(partition, [
    ...some.map((number) => givenNumbers.create(givenNumberPrefix + idOf(number), { number })),
    numberings.write(numberingId, { next: (some.at(-1) ?? 0) + 1 }, before),
  ]);
}

async function seedOne(
  store: DocumentStore,
  edition: Edition,
  number: number,
  isLast: boolean,
): Promise<void> {
  const person = personOf(number);
  const submission = submissionOf(edition, number, isLast);
  await store.commit(personPartition(personId(person)), personOperations(person, submission));
  const partition = submissionPartition(submission.id);
  const { editionId, categoryId, submittedAt: at, submitter: by } = submission;
  await store.commit(partition, [
    submissions.create(submissionDocumentId, submission),
    ...posted(
      juryPostName('preselection'),
      { kind: 'jury-channel', editionId, categoryId },
      { kind: 'jury-post', submissionId: submission.id, roundId: 'preselection' },
      person,
    ),
    ...(await auditOperations(store, partition, {
      ...{ at, by, act: 'submit', subject: submissionDocumentId, after: submission },
    })),
  ]);
}

function personOperations(person: Person, submission: Submission): Operation[] {
  const { id, editionId, submitter, submittedAt, number } = submission;
  const { whose, participant, partners, title, description, categoryId, finished, proof } = submission;
  const { conditions, contact, consent, own } = submission;
  const draft: Draft = {
    ...{ id, editionId, submitter, status: 'handed-in', step: 'review', revision: 2, number },
    ...{ updatedAt: submittedAt, handedInAt: submittedAt },
    answers: {
      ...{ whose, participant, partners, title, description, categoryId, finished, proof },
      ...{ conditions, contact, own, ...(consent && { consent }) },
    },
  };
  const destination: Destination = { kind: 'person', person: submitter };
  return [
    people.create(personDocumentId, person),
    conversations.create(conversationId, { ...newConversation, draftId: id, nextMessage: 3 }),
    drafts.create(draftPrefix + id, draft),
    ...posted('000001', destination, { kind: 'intake-card', draftId: id }, person),
    ...posted('000002', destination, { kind: 'receipt', submissionId: id }, person),
  ];
}

function posted(
  name: string,
  destination: Destination,
  content: MessageContent,
  person: Person,
): Operation[] {
  const { chat, tenantId } = person;
  const at = {
    ...{ serviceUrl: chat?.serviceUrl ?? '', conversationId: chat?.conversationId ?? '' },
    ...{ tenantId, activityId: name },
  };
  return [
    outgoingMessages.create(messagePrefix + name, { destination, content, wanted: 1 }),
    deliveries.create(deliveryPrefix + name, { state: 'posted', at, shown: 1 }),
  ];
}

function idOf(number: number): string {
  return `seeded-${String(number).padStart(6, '0')}`;
}

function personOf(number: number): Person {
  const objectId = `5eed0000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return {
    tenantId: tenants[number % tenants.length] ?? '',
    objectId,
    name: `Indiener ${number}`,
    mail: `indiener${number}@utrecht.example`,
    language: 'nl',
    teamsUserId: `29:${objectId}`,
    chat: { serviceUrl: 'http://127.0.0.1:1/', conversationId: `a:seeded-${number}` },
  };
}

function submissionOf(edition: Edition, number: number, isLast: boolean): Submission {
  const submittedAt = new Date(Date.parse(edition.opensAt) + number * 10).toISOString();
  return {
    id: idOf(number),
    editionId: edition.id,
    number,
    submitter: personId(personOf(number)),
    submittedAt,
    status: 'submitted',
    revision: 1,
    example: edition.example,
    ...fieldsOf(edition, number, submittedAt),
    ...(isLast && { title: lastTitle, description: lastDescription }),
  };
}

function fieldsOf(edition: Edition, number: number, givenAt: string): SubmissionFields {
  const seeded = chanceFrom(number);
  const chance = () => seeded.uniform();
  const year = Number(edition.referenceDay.slice(0, 4)) - 1;
  return {
    whose: 'own',
    participant: { kind: 'municipality', code: 'GM0344' },
    partners: [],
    title: someText(5, chance),
    description: someText(40, chance),
    categoryId: number % 2 === 0 ? 'direct' : 'indirect',
    finished: { from: `${year}-01-01`, to: `${year}-12-31` },
    proof: someText(15, chance),
    conditions: Object.fromEntries(edition.conditions.map(({ id }) => [id, 'yes'])),
    own: {},
    contact: { name: `Indiener ${number}`, mail: `indiener${number}@utrecht.example` },
    consent: { givenAt, statement: edition.consent.nl },
  };
}

/** The server has long since seen to what was put in. */
async function passBy(store: DocumentStore, reader: string): Promise<void> {
  const passing = startFeedReader({
    ...{ store, name: reader, resume: 'stored', pageSize: 1_000 },
    handle: async () => undefined,
  });
  await passing.caughtUp();
  await passing.stop();
}
