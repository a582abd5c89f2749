import type { AuditEntry } from '../../domain/audit-entry.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { RoundId } from '../../domain/edition/edition.ts';
import type { FrozenSheets } from '../../domain/judging/round-turn.ts';
import { roundCuts } from '../../store/documents/cut-documents.ts';
import { editionRoles, editions } from '../../store/documents/edition-documents.ts';
import { feedbacks } from '../../store/documents/feedback-documents.ts';
import { roleInvitations } from '../../store/documents/invitation-documents.ts';
import {
  abstentions,
  assignmentPlans,
  assignments,
  frozenRounds,
  roundClosings,
  saidDivergences,
} from '../../store/documents/judging-documents.ts';
import {
  auditEntries,
  scoreSheets,
  sheetId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { StoredDocument } from '../../store/port.ts';
import { freezeHash } from '../rounds/close-round-hash.ts';
import { Vouches } from '../personal-data/erasure-vouch.ts';
import { invitationAsLogged, placeAsLogged } from '../people/people-log.ts';
import type { LogFault } from './verify-log-chain.ts';

/**
 * What is as the last entry about it says. An edition may have come from elsewhere, and so may somebody's place in it
 * that no organiser changed through the app: that has no revision.
 */
const logged = [
  submissions,
  scoreSheets,
  abstentions,
  assignments,
  frozenRounds,
  saidDivergences,
  roundClosings,
  roleInvitations,
  roundCuts,
  feedbacks,
];
const loggedIfAny = [editions, assignmentPlans, editionRoles];

/** What sheets of a round there are: as documents, or as the log says. */
export interface Tally {
  handedIn: number;
  drafts: number;
  abstained: number;
}

export type Tallies = Map<RoundId, Tally>;

/** A freeze as the log has it. */
export type LoggedFreeze = Pick<FrozenSheets, 'roundId' | 'closesAt' | 'hash'> & { sheets: number };

export interface StateFindings {
  faults: LogFault[];
  kept: Tallies;
  fromLog: Tallies;
  freezes: LoggedFreeze[];
}

/** Plays the log of a partition again, and lays what comes out beside the documents. */
export function verifyState(partition: string, documents: readonly StoredDocument[]): StateFindings {
  const entries = documents.filter(auditEntries.is).map((document) => auditEntries.parse(document).value);
  const vouches = new Vouches(entries);
  const faults: LogFault[] = [];
  const freezes: LoggedFreeze[] = [];
  for (const { entry, frozen, hash, sheets } of playFreezes(entries)) {
    const isRight = frozen !== undefined && vouches.hashOfFreeze(frozen) === hash;
    if (!isRight) faults.push({ code: 'wrong-freeze', partition, sequence: entry.sequence });
    if (frozen !== undefined) freezes.push({ ...frozen, sheets });
  }
  const played = new Map<string, unknown>(entries.map(({ subject, after }) => [subject, after]));
  return {
    faults: [...faults, ...compare(partition, documents, played)],
    kept: tally(documents.filter(isJudging).map(({ id, body }) => [id, body])),
    fromLog: tally([...played]),
    freezes,
  };
}

/** A freeze as the log tells of it, with what the sheets that the log had at that moment make. */
export interface PlayedFreeze {
  entry: AuditEntry;
  /** `undefined` when it can't be read. */
  frozen: FrozenSheets | undefined;
  hash: string;
  sheets: number;
}

export function playFreezes(entries: readonly AuditEntry[]): PlayedFreeze[] {
  const played = new Map<string, unknown>();
  const freezes: PlayedFreeze[] = [];
  for (const entry of entries) {
    if (entry.act === 'freeze-sheets') {
      const frozen = frozenOf(entry);
      const judges = [...(frozen?.judges ?? [])].sort();
      const sheets = judges.map((judge) => played.get(sheetId(frozen?.roundId ?? '', judge)));
      freezes.push({ entry, frozen, hash: freezeHash(frozen ?? {}, sheets), sheets: sheets.length });
    }
    played.set(entry.subject, entry.after);
  }
  return freezes;
}

function frozenOf({ after }: AuditEntry): FrozenSheets | undefined {
  // @NOTE the entry holds what a document of this kind holds; parsing it tells whether that is so
  const body = after as StoredDocument['body'];
  try {
    return frozenRounds.parse({ partition: '', id: '', type: frozenRounds.type, etag: '', body }).value;
  } catch {
    // What can't be read is told of as a freeze that does not match.
    return undefined;
  }
}

function compare(
  partition: string,
  documents: readonly StoredDocument[],
  played: ReadonlyMap<string, unknown>,
): LogFault[] {
  const found = documents.flatMap((document): LogFault[] => {
    const { id } = document;
    const mustBe = logged.some((each) => each.is(document)) || isChangedPlace(document);
    if (!mustBe && !loggedIfAny.some((each) => each.is(document))) return [];
    if (isMisplaced(partition, document)) return [{ code: 'misplaced', partition, id }];
    if (!played.has(id)) return mustBe ? [{ code: 'unlogged', partition, id }] : [];
    return isSame(document, played.get(id)) ? [] : [{ code: 'not-as-logged', partition, id }];
  });
  const ids = new Set(documents.map(({ id }) => id));
  const gone = [...played.keys()].filter((id) =>
    /^(submission$|sheet:|abstention:|assigned:|frozen:|role:|invitation:|cut:|feedback:)/.test(id),
  );
  return [
    ...found,
    ...gone.filter((id) => !ids.has(id)).map((id): LogFault => ({ code: 'gone', partition, id })),
  ];
}

/** One sheet a judge, submission and round: its place says whose it is. */
function isMisplaced(partition: string, document: StoredDocument): boolean {
  if (!scoreSheets.is(document)) return false;
  const { submissionId, roundId, judge } = scoreSheets.parse(document).value;
  return document.id !== sheetId(roundId, judge) || partition !== submissionPartition(submissionId);
}

function isChangedPlace(document: StoredDocument): boolean {
  return editionRoles.is(document) && editionRoles.parse(document).value.revision !== undefined;
}

/** That a plan was carried out is no act of its own; names and addresses are in no log. */
function isSame(document: StoredDocument, after: unknown): boolean {
  if (editionRoles.is(document))
    return canonicalJson(placeAsLogged(editionRoles.parse(document).value)) === canonicalJson(after);
  if (roleInvitations.is(document))
    return canonicalJson(invitationAsLogged(roleInvitations.parse(document).value)) === canonicalJson(after);
  if (!assignmentPlans.is(document)) return canonicalJson(document.body) === canonicalJson(after);
  const plan = { ...assignmentPlans.parse(document).value, isApplied: false };
  return canonicalJson(plan) === canonicalJson(after);
}

function isJudging(document: StoredDocument): boolean {
  return scoreSheets.is(document) || abstentions.is(document);
}

const judgingId = /^(sheet|abstention):(preselection|assessment|pitch):/;

function tally(documents: readonly (readonly [id: string, body: unknown])[]): Tallies {
  const tallies: Tallies = new Map();
  for (const [id, body] of documents) {
    const [, kind, round] = judgingId.exec(id) ?? [];
    if (kind === undefined || typeof body !== 'object' || body === null || !('status' in body)) continue;
    // @NOTE the expression above lets through the ids of rounds only
    const roundId = round as RoundId;
    const counts = tallies.get(roundId) ?? { handedIn: 0, drafts: 0, abstained: 0 };
    if (kind === 'abstention') counts.abstained += body.status === 'abstained' ? 1 : 0;
    else if (body.status === 'handed-in') counts.handedIn += 1;
    else counts.drafts += 1;
    tallies.set(roundId, counts);
  }
  return tallies;
}
