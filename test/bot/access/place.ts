import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Edition } from '../../../bot/domain/edition/edition.ts';
import { personId } from '../../../bot/domain/person.ts';
import type { SubmissionFields } from '../../../bot/domain/submission/submission.ts';
import {
  currentEditionId,
  currentEditions,
  editionDocumentId,
  editionPartition,
  editionRoles,
  editions,
  programmePartition,
  rolePrefix,
} from '../../../bot/store/documents/edition-documents.ts';
import { roleInvitationId, roleInvitations } from '../../../bot/store/documents/invitation-documents.ts';
import { people, personDocumentId, personPartition } from '../../../bot/store/documents/person-documents.ts';
import { questions, questionDocumentId } from '../../../bot/store/documents/question-documents.ts';
import type { StoredDocument } from '../../../bot/store/port.ts';
import { askQuestion } from '../../../bot/use-cases/questions/ask-question.ts';
import { freezeRound } from '../../../bot/use-cases/rounds/close-round-freeze.ts';
import { writeSheet } from '../../../bot/use-cases/judging/score-submission.ts';
import type { JudgeContacts } from '../../../bot/use-cases/chasing/judge-contacts.ts';
import { submitInitiative } from '../../../bot/use-cases/submitting/submit-initiative.ts';
import type { World } from '../../../bot/use-cases/world.ts';
import { createJudgeContacts } from '../../../bot/views/judge-contacts.ts';
import type { RankingTurns } from '../../../bot/views/ranking-turns.ts';
import { createReadModel } from '../../../bot/views/kept-read-model.ts';
import { edition as exampleEdition, fields } from '../domain/examples.ts';
import { openFreshStore } from '../store/sqlite/open-fresh-store.ts';
import type { RoleName } from './cast.ts';
import {
  editionRoleOf,
  firstOrganisers,
  mergedMunicipality,
  otherMunicipality,
  others,
  ownMunicipality,
  personOf,
  roleNames,
  slugOf,
} from './cast.ts';
import { dryStore } from './dry-store.ts';
import type { Relation, State } from './table.ts';
import { relations } from './table.ts';

/** An edition in which everybody of the cast has a submission of every relation, at one moment of its first round. */
export interface Place {
  world: World;
  contacts: JudgeContacts;
  edition: Edition;
  /** What was tried to be written of submissions, questions and editions since this was asked last. */
  attempts(): string[];
  submissionTo(relation: Relation, who: RoleName): string;
  questionTo(relation: Relation, who: RoleName): string;
  /** Everything that is kept, to see that it is as it was. */
  documents(): Promise<StoredDocument[]>;
  close(): Promise<void>;
}

const opensAt = '2026-11-20T09:00:00.000Z';
const closesAt = '2026-12-01T09:00:00.000Z';
const moments: Record<State, string> = {
  before: '2026-11-15T09:00:00.000Z',
  open: '2026-11-22T10:00:00.000Z',
  closed: '2026-12-01T09:00:10.000Z',
  frozen: '2026-12-02T09:00:00.000Z',
};

/** In memory where the machine has that: what is tried here is not the disk. */
const memory = '/dev/shm';

/**
 * @param canary what others' sheets say, when they have handed any in
 * @param turns who ranks; without, nothing is ranked
 */
export async function openPlace(
  state: State,
  canary?: { score: number; remark: string },
  turns?: Pick<RankingTurns, 'want'>,
): Promise<Place> {
  const opened = await openFreshStore(existsSync(memory) ? memory : tmpdir());
  const dry = dryStore(opened.store);
  const readModel = createReadModel(turns);
  const edition = makeEdition();
  let at = moments.open;
  let ids = 0;
  const world: World = {
    ...{ store: dry.store, readModel, now: () => at, similar: { find: () => [] } },
    newId: () => `id-${String((ids += 1))}`,
    firstOrganisers: new Set(firstOrganisers.map((name) => personId(personOf(name)))),
  };
  await fill(world, edition);
  if (canary !== undefined) await score(world, canary);
  at = moments[state];
  const [round] = edition.rounds;
  if (state === 'frozen' && round !== undefined) await freezeRound(world, edition, round);
  const documents = async () => (await opened.store.readFeed('all', null, 1_000_000)).changes;
  const questionIds = (await documents())
    .filter((document) => questions.is(document))
    .filter(({ id }) => id === questionDocumentId)
    .map((document) => questions.parse(document).value);
  const askedBy = (person: string) => questionIds.find(({ asker }) => asker.person === person)?.id ?? '';
  readModel.apply(await documents());
  const contacts = createJudgeContacts();
  contacts.apply(await documents());
  dry.begin();
  return {
    ...{ world, contacts, edition, documents },
    attempts: () => dry.attempts(),
    submissionTo,
    questionTo: (relation, who) => askedBy(relation === 'self' ? personId(personOf(who)) : stranger),
    close: () => opened.close(),
  };
}

const stranger = 't:iemand';
/** Of somebody who was invited, and not heard of yet. */
export const invitedMail = 'genodigde@bureau.example';

function makeEdition(): Edition {
  const made = exampleEdition();
  const [first] = made.rounds;
  if (first === undefined) throw new Error('the example edition has no round');
  const later = { opensAt: '2027-01-10T09:00:00.000Z', closesAt: '2027-01-20T09:00:00.000Z' };
  return {
    ...made,
    opensAt: '2026-11-01T09:00:00.000Z',
    rounds: [
      { ...first, opensAt, closesAt },
      { ...first, ...later, id: 'assessment' },
    ],
  };
}

function submissionTo(relation: Relation, who: RoleName): string {
  return relation === 'self' || relation === 'nominated' ? `${relation}-${slugOf(who)}` : relation;
}

async function fill(world: World, edition: Edition): Promise<void> {
  const { store } = world;
  const partition = editionPartition(edition.id);
  const roles = roleNames.flatMap((name) => editionRoleOf(name) ?? []);
  await store.commit(programmePartition, [
    currentEditions.create(currentEditionId, { editionId: edition.id }),
  ]);
  await store.commit(partition, [
    editions.create(editionDocumentId, edition),
    ...[...roles, ...others].map((role) => editionRoles.create(rolePrefix + personId(role), role)),
    roleInvitations.create(roleInvitationId(invitedMail), {
      ...{ mail: invitedMail, roles: ['juror'], status: 'open' },
      ...{ invitedBy: personId(personOf('organiser')), invitedAt: world.now() },
    }),
  ]);
  for (const name of roleNames) {
    const person = personOf(name);
    const id = personId(person);
    await store.commit(personPartition(id), [people.create(personDocumentId, person)]);
    await askQuestion(store, { key: `vraag ${id}`, at: world.now(), person, text: 'Tot wanneer kan het?' });
  }
  const iemand = { ...personOf('nobody'), tenantId: 't', objectId: 'iemand' };
  await askQuestion(store, { key: 'vraag', at: world.now(), person: iemand, text: 'Wie beoordeelt dit?' });
  for (const relation of relations) {
    for (const name of roleNames) await submit(world, edition, relation, name);
  }
}

async function submit(world: World, edition: Edition, relation: Relation, who: RoleName): Promise<void> {
  await submitInitiative(world.store, {
    submissionId: submissionTo(relation, who),
    editionId: edition.id,
    submitter: relation === 'self' ? personId(personOf(who)) : stranger,
    fields: { ...fields, ...involving(relation, who) },
    receivedAt: '2026-11-10T09:00:00.000Z',
  });
}

function involving(relation: Relation, who: RoleName): Partial<SubmissionFields> {
  const of = (code: string) => ({ participant: { kind: 'municipality' as const, code } });
  switch (relation) {
    case 'own':
      return of(ownMunicipality);
    case 'partner':
      return { ...of(otherMunicipality), partners: [{ kind: 'municipality', code: ownMunicipality }] };
    case 'successor':
      return of(mergedMunicipality);
    case 'nominated': {
      const { name, mail = '' } = personOf(who);
      return { ...of(otherMunicipality), whose: 'nominated', contactThere: { name, mail } };
    }
    case 'self':
    case 'other':
      return of(otherMunicipality);
    default:
      return relation satisfies never;
  }
}

/** The first has handed in, the second is still writing: everything. */
async function score(world: World, { score: given, remark }: { score: number; remark: string }) {
  const ids = new Set(relations.flatMap((relation) => roleNames.map((who) => submissionTo(relation, who))));
  for (const submissionId of ids) {
    for (const [index, judge] of others.slice(0, 2).entries()) {
      await writeSheet(world, judge, {
        ...{ submissionId, roundId: 'preselection', basedOn: 0 },
        wish: index === 0 ? 'hand-in' : 'save',
        content: {
          scores: { success: given, value: given, reuse: given, inclusion: given },
          remarks: { success: remark },
          overallRemark: remark,
        },
      });
    }
  }
}
