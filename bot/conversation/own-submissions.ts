import type { Draft } from '../domain/draft/draft.ts';
import type { Instant } from '../domain/instant.ts';
import type { PersonId } from '../domain/person.ts';
import type { SubmissionStatus } from '../domain/submission/submission.ts';
import { numberText } from '../domain/submission/submission.ts';
import { draftPrefix, drafts } from '../store/documents/draft-documents.ts';
import { personPartition } from '../store/documents/person-documents.ts';
import { readEdition } from '../use-cases/edition-context.ts';
import type { World } from '../use-cases/world.ts';

export interface OwnSubmission {
  id: string;
  number: string;
  title: string;
  status: SubmissionStatus;
  submittedAt: Instant;
  zone: string;
}

export interface OwnSubmissions {
  /** Newest first. */
  submissions: OwnSubmission[];
  /** What they are working on. */
  open?: { title?: string };
}

/** What somebody has handed in, also a moment ago, and what they are working on. */
export async function ownSubmissions(world: World, person: PersonId): Promise<OwnSubmissions> {
  const stored = await drafts.list(world.store, personPartition(person), { prefix: draftPrefix });
  const all = stored.map(({ value }) => value);
  const known = world.readModel.submissionsBy(person);
  const ids = new Set(known.map(({ id }) => id));
  const own = [...known, ...all.filter(({ id }) => !ids.has(id)).flatMap(asHandedIn)];
  const written = await Promise.all(own.map((each) => write(world, each)));
  const open = all.find(({ status, answers }) => status === 'open' && Object.keys(answers).length > 0);
  return {
    submissions: written.flat().sort((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1)),
    ...(open && { open: open.answers.title === undefined ? {} : { title: open.answers.title } }),
  };
}

interface HandedIn {
  id: string;
  editionId: string;
  number: number;
  title: string;
  status: SubmissionStatus;
  submittedAt: Instant;
}

/** The read model is a moment behind: what it does not know yet, the draft does. */
function asHandedIn({ id, editionId, number, answers, handedInAt }: Draft): HandedIn[] {
  if (number === undefined || handedInAt === undefined) return [];
  return [
    { id, editionId, number, title: answers.title ?? '', status: 'submitted', submittedAt: handedInAt },
  ];
}

async function write(world: World, submission: HandedIn): Promise<OwnSubmission[]> {
  const edition = await readEdition(world.store, submission.editionId);
  if (edition === undefined) return [];
  const { id, title, status, submittedAt } = submission;
  return [
    {
      id,
      title,
      status,
      submittedAt,
      zone: edition.zone,
      number: numberText(edition.numberPrefix, submission.number),
    },
  ];
}
