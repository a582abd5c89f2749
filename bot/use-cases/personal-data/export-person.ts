import { MarkPattern } from '../../domain/erasure/mark-pattern.ts';
import type { ErasedWords, Marks } from '../../domain/erasure/marks.ts';
import { isTheirId, isTheirMail } from '../../domain/erasure/marks.ts';
import { Redactor } from '../../domain/erasure/redact.ts';
import { pseudonymOf } from '../../domain/person.ts';
import { personDocumentId } from '../../store/documents/person-documents.ts';
import { auditEntries, submissions } from '../../store/documents/submission-documents.ts';
import type { DocumentStore, StoredDocument } from '../../store/port.ts';
import type { Share } from './find-person-data.ts';
import { MarkSearch, shareOf } from './find-person-data.ts';
import { everyDocument } from '../../store/whole-feed.ts';
import { withoutOthers } from './without-others.ts';

/** Under which heading something is told. */
export const personGroups = [
  ...(['who', 'handed-in', 'contact', 'role', 'sheet', 'talk', 'question', 'chat', 'log', 'named'] as const),
] as const;
type PersonGroup = (typeof personGroups)[number];

/** One thing, and where it stands. */
interface PersonItem {
  where: string;
  what: unknown;
}

export type PersonExport = Record<PersonGroup, PersonItem[]>;

export interface PersonExportWords {
  erased: ErasedWords;
  /** Instead of somebody else. */
  other: string;
}

/** All that is kept about somebody, and nothing about others; by where it stands. */
export async function exportPerson(
  store: DocumentStore,
  marks: Marks,
  { erased, other }: PersonExportWords,
): Promise<PersonExport> {
  const erasure = { marks, words: erased, pseudonym: pseudonymOf('export'), startedAt: '' };
  const search = new MarkSearch(erasure, new Redactor(erasure));
  const told: PersonExport = {
    who: [],
    'handed-in': [],
    contact: [],
    role: [],
    sheet: [],
    talk: [],
    question: [],
    chat: [],
    log: [],
    named: [],
  };
  for await (const document of everyDocument(store)) {
    if (!search.isTheirs(document)) continue;
    const share = shareOf(document, marks);
    const where = String(withoutOthers(`${document.partition} / ${document.id}`, marks, other));
    told[groupOf(share, document)].push({ where, what: whatOf(share, document, marks, other) });
  }
  for (const items of Object.values(told)) items.sort((one, two) => (one.where < two.where ? -1 : 1));
  return told;
}

function groupOf(share: Share, { id }: StoredDocument): PersonGroup {
  if (share !== 'own') return share;
  return id === personDocumentId ? 'who' : 'chat';
}

function whatOf(share: Share, document: StoredDocument, marks: Marks, other: string): unknown {
  switch (share) {
    case 'own':
    case 'handed-in':
    case 'role':
    case 'sheet':
    case 'talk':
    case 'question':
      return withoutOthers(document.body, marks, other);
    case 'contact':
      return contactOf(document, marks);
    case 'log':
      return actOf(document, marks, other);
    case 'named':
      return [...new Set(placesIn(document.body, new MarkPattern(marks), ''))];
    default:
      return share satisfies never;
  }
}

/** Whose contact they are, of which the rest is somebody else's. */
function contactOf(document: StoredDocument, marks: Marks): unknown {
  const { title, number, editionId, contact, contactThere } = submissions.parse(document).value;
  const own = [contact, contactThere].filter((each) => isTheirMail(marks, each?.mail));
  return { editionId, number, title, contacts: own };
}

/** Their act, or that somebody did something to them: never what others did in it. */
function actOf(document: StoredDocument, marks: Marks, other: string): unknown {
  const { at, by, act, subject, after } = auditEntries.parse(document).value;
  const told = { at, act, subject: withoutOthers(subject, marks, other) };
  if (!isTheirId(marks, by)) return told;
  return { ...told, by, ...(after !== undefined && { after: withoutOthers(after, marks, other) }) };
}

/** Where in a document of others they are named: what others wrote is not told. */
function* placesIn(value: unknown, pattern: MarkPattern, path: string): Generator<string> {
  if (typeof value === 'string' && pattern.isIn(value)) yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    const step = Array.isArray(value) ? '' : pattern.isIn(key) ? '…' : key;
    yield* placesIn(each, pattern, [path, step].filter((part) => part !== '').join('.'));
  }
}
