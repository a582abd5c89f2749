import type { EditionRole, JuryChannel, Role } from '../../../bot/domain/edition/edition-role.ts';
import type { Edition } from '../../../bot/domain/edition/edition.ts';
import { hasConflict } from '../../../bot/domain/judging/conflict.ts';
import { municipalityOf } from '../../../bot/domain/municipality/municipality.ts';
import { personId } from '../../../bot/domain/person.ts';
import type { Partner } from '../../../bot/domain/submission/participant.ts';
import type { ConditionAnswer, SubmissionFields } from '../../../bot/domain/submission/submission.ts';
import {
  allCategories,
  channelPrefix,
  currentEditionId,
  currentEditions,
  editionDocumentId,
  editionPartition,
  editionRoles,
  editions,
  juryChannels,
  organisersChannelId,
  programmePartition,
  rolePrefix,
} from '../../../bot/store/documents/edition-documents.ts';
import type { Stored } from '../../../bot/store/collection.ts';
import type { DocumentStore } from '../../../bot/store/port.ts';
import { writeSheet } from '../../../bot/use-cases/judging/score-submission.ts';
import { submitInitiative } from '../../../bot/use-cases/submitting/submit-initiative.ts';
import type { World } from '../../../bot/use-cases/world.ts';
import { createReadModel } from '../../../bot/views/kept-read-model.ts';
import type { Person } from '../people.ts';
import { everybody, tenantId } from '../people.ts';
import { exampleEdition } from './edition.ts';
import practices from './practices.json' with { type: 'json' };
import { plausibleScores } from './scores.ts';

export interface ExampleOptions {
  store: DocumentStore;
  /** Where the jury judges. */
  channel: JuryChannel;
  /** Where the organisation works; its channel is left alone unless told. */
  organisersChannel?: JuryChannel;
  now: Date;
  /** Only the edition and its people, nothing handed in. */
  withoutSubmissions?: boolean;
  /** What is different in this edition. */
  changes?: Partial<Edition>;
}

/**
 * Makes the example edition with its jury, a dozen submissions and their score sheets. Done again, or after it was
 * broken off, it adds what is missing and leaves alone what is there.
 */
export async function makeExample({
  store,
  channel,
  organisersChannel,
  now,
  withoutSubmissions,
  changes,
}: ExampleOptions): Promise<Edition> {
  const edition = await makeEdition(store, { ...exampleEdition(now), ...changes });
  const judges = await makeJury(store, edition);
  await bind(store, edition, channelPrefix + allCategories, channel);
  if (organisersChannel !== undefined) await bind(store, edition, organisersChannelId, organisersChannel);
  if (withoutSubmissions !== true) {
    for (const [index] of practices.entries()) await makeSubmission(store, edition, judges, index);
  }
  const current = await currentEditions.read(store, programmePartition, currentEditionId);
  if (current === undefined) {
    await store.commit(programmePartition, [
      currentEditions.create(currentEditionId, { editionId: edition.id }),
    ]);
  }
  return edition;
}

async function makeEdition(store: DocumentStore, made: Edition): Promise<Edition> {
  const partition = editionPartition(made.id);
  const before = await editions.read(store, partition, editionDocumentId);
  if (before !== undefined) return before.value;
  await store.commit(partition, [editions.create(editionDocumentId, made)]);
  return made;
}

async function makeJury(store: DocumentStore, edition: Edition): Promise<EditionRole[]> {
  const partition = editionPartition(edition.id);
  const roles = everybody.filter((person) => person.kind !== 'submitter').map(roleOf);
  for (const role of roles) {
    const id = rolePrefix + personId(role);
    const before = await editionRoles.read(store, partition, id);
    if (before === undefined) await store.commit(partition, [editionRoles.create(id, role)]);
  }
  return roles.filter((role) => role.roles.includes('juror'));
}

async function bind(store: DocumentStore, edition: Edition, id: string, channel: JuryChannel): Promise<void> {
  const partition = editionPartition(edition.id);
  const before: Stored<JuryChannel> | undefined = await juryChannels.read(store, partition, id);
  await store.commit(partition, [juryChannels.write(id, channel, before)]);
}

function roleOf(person: Person): EditionRole {
  const roles: Record<Person['kind'], Role[]> = {
    submitter: [],
    judge: ['juror'],
    chair: ['chair'],
    organiser: ['organiser'],
  };
  return {
    tenantId,
    objectId: person.id,
    name: person.name,
    roles: roles[person.kind],
    organisation: person.municipality,
    teamsUserId: person.teamsId,
  };
}

async function makeSubmission(
  store: DocumentStore,
  edition: Edition,
  judges: readonly EditionRole[],
  index: number,
): Promise<void> {
  const submittedAt = new Date(
    Date.parse(edition.opensAt) + (index * 2 + 1) * 86_400_000 + index * 1_234_567,
  );
  const submission = await submitInitiative(store, {
    submissionId: `voorbeeld-${String(index + 1).padStart(2, '0')}`,
    editionId: edition.id,
    submitter: personId({ tenantId, objectId: 'voorbeeld-indiener' }),
    fields: fieldsOf(edition, index, submittedAt.toISOString()),
    receivedAt: submittedAt.toISOString(),
    example: true,
  });
  const [round] = edition.rounds;
  if (round === undefined) return;
  for (const [at, judge] of judges.entries()) {
    const content = plausibleScores(index, at, round.criteria);
    if (content === undefined || hasConflict(judge, submission)) continue;
    const scoredAt = new Date(submittedAt.getTime() + (at + 1) * 5_400_000).toISOString();
    await writeSheet(worldAt(store, scoredAt), judge, {
      submissionId: submission.id,
      roundId: round.id,
      content,
      wish: 'hand-in',
      basedOn: 0,
    });
  }
}

function fieldsOf(edition: Edition, index: number, givenAt: string): SubmissionFields {
  const practice = practices[index];
  if (practice === undefined) throw new Error(`there is no practice ${index}`);
  const finishedYear = Number(edition.referenceDay.slice(0, 4)) - 1 - (index % 2);
  const slug = municipalityOf(practice.municipality)?.slug ?? 'gemeente';
  return {
    whose: 'own',
    participant: { kind: 'municipality', code: practice.municipality },
    partners: partnersOf(practice),
    title: practice.title,
    description: practice.description,
    categoryId: practice.categoryId,
    finished: { from: `${finishedYear}-01-01`, to: `${finishedYear}-12-31` },
    proof: practice.proof,
    conditions: Object.fromEntries(edition.conditions.map(({ id }) => [id, answerTo(id, index)])),
    own: {},
    contact: { name: 'Voorbeeld van een contactpersoon', mail: `voorbeeld@${slug}.example` },
    consent: { givenAt, statement: edition.consent.nl },
  };
}

function partnersOf({ partners = [] }: { partners?: string[] }): Partner[] {
  return partners.map((partner) =>
    municipalityOf(partner) === undefined
      ? { kind: 'organisation', name: partner }
      : { kind: 'municipality', code: partner },
  );
}

/** Nobody hands in what is against a rule; some are not sure whether others can copy it. */
function answerTo(condition: string, index: number): ConditionAnswer {
  return condition === 'scalable' && index % 4 === 3 ? 'unsure' : 'yes';
}

function worldAt(store: DocumentStore, at: string): World {
  return {
    store,
    readModel: createReadModel(),
    now: () => at,
    newId: () => crypto.randomUUID(),
    similar: { find: () => [] },
    firstOrganisers: new Set(),
  };
}
