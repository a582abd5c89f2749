import type { RoundId } from '../../domain/edition/edition.ts';
import type { Erasure } from '../../domain/erasure/marks.ts';
import { UnreadableDocumentError } from '../../store/collection.ts';
import { editionPartition, editions } from '../../store/documents/edition-documents.ts';
import { erasurePartition, erasures } from '../../store/documents/erasure-documents.ts';
import { roundClosings } from '../../store/documents/judging-documents.ts';
import {
  auditEntries,
  auditHeads,
  scoreSheets,
  submissionDocumentId,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { DocumentStore, StoredDocument } from '../../store/port.ts';
import { closingHash } from '../rounds/close-round-freeze.ts';
import { asErased } from '../personal-data/erasure-under-way.ts';
import type { LogFault } from './verify-log-chain.ts';
import { verifyChain } from './verify-log-chain.ts';
import type { LoggedFreeze, Tallies, Tally } from './verify-log-state.ts';
import { verifyState } from './verify-log-state.ts';
import { documentsOf, partitionsIn } from '../../store/whole-feed.ts';

export interface LogReport {
  /** Partitions that have a log. */
  logs: number;
  entries: number;
  rounds: { editionId: string; roundId: RoundId; kept: Tally }[];
  faults: LogFault[];
}

interface Walk {
  report: LogReport;
  /** By edition, then round. */
  kept: Map<string, Tallies>;
  fromLog: Map<string, Tallies>;
  freezes: (LoggedFreeze & { editionId: string; submissionId: string })[];
  closings: { editionId: string; document: StoredDocument }[];
}

/**
 * Walks the log of every partition of a store that nothing writes to meanwhile: whether each chain is whole, what is
 * kept is what the log says, every round's tally is that of the log, and every closing that of its sheets.
 */
export async function verifyLog(store: DocumentStore): Promise<LogReport> {
  const report: LogReport = { logs: 0, entries: 0, rounds: [], faults: [] };
  const walk: Walk = { report, kept: new Map(), fromLog: new Map(), freezes: [], closings: [] };
  const underWay = (await erasures.list(store, erasurePartition)).map(({ value }) => value);
  for (const partition of await partitionsIn(store, (each) => kinds.some((kind) => kind.is(each)))) {
    try {
      verifyPartition(partition, await documentsOf(store, partition), underWay, walk);
    } catch (error) {
      if (!(error instanceof UnreadableDocumentError)) throw error;
      report.faults.push({ code: 'unreadable', partition, id: error.message });
    }
  }
  report.faults.push(...verifyTallies(walk), ...verifyClosings(walk));
  return report;
}

function verifyPartition(
  partition: string,
  kept: readonly StoredDocument[],
  underWay: readonly Erasure[],
  walk: Walk,
): void {
  const { report } = walk;
  const entries = kept.filter(auditEntries.is).length;
  if (entries > 0) report.logs += 1;
  report.entries += entries;
  report.faults.push(...verifyChain(partition, kept));
  const documents = asErased(kept, underWay);
  const { faults, kept: tallies, fromLog, freezes } = verifyState(partition, documents);
  report.faults.push(...faults);
  const stored = documents.find(({ id }) => id === submissionDocumentId);
  if (stored !== undefined && submissions.is(stored)) {
    const { id: submissionId, editionId } = submissions.parse(stored).value;
    addTallies(walk.kept, editionId, tallies);
    addTallies(walk.fromLog, editionId, fromLog);
    walk.freezes.push(...freezes.map((freeze) => ({ ...freeze, editionId, submissionId })));
  }
  for (const document of documents.filter(roundClosings.is)) {
    walk.closings.push({ editionId: partition.slice(editionPartition('').length), document });
  }
}

function verifyTallies({ report, kept, fromLog }: Walk): LogFault[] {
  const faults: LogFault[] = [];
  for (const [editionId, tallies] of kept) {
    for (const [roundId, tally] of tallies) {
      report.rounds.push({ editionId, roundId, kept: tally });
      const logged = fromLog.get(editionId)?.get(roundId)?.handedIn ?? 0;
      if (logged !== tally.handedIn) {
        const partition = editionPartition(editionId);
        faults.push({ code: 'wrong-tally', partition, id: roundId, kept: tally.handedIn, logged });
      }
    }
  }
  return faults;
}

function verifyClosings({ freezes, closings }: Walk): LogFault[] {
  return closings.flatMap(({ editionId, document }): LogFault[] => {
    const closing = roundClosings.parse(document).value;
    const parts = freezes.filter(
      (freeze) =>
        freeze.editionId === editionId &&
        freeze.roundId === closing.roundId &&
        freeze.closesAt === closing.closesAt,
    );
    const sheets = parts.reduce((sum, part) => sum + part.sheets, 0);
    const isRight = sheets === closing.sheets && closingHash(parts) === closing.hash;
    return isRight ? [] : [{ code: 'wrong-closing', partition: document.partition, id: document.id }];
  });
}

function addTallies(all: Map<string, Tallies>, editionId: string, tallies: Tallies): void {
  const sums: Tallies = all.get(editionId) ?? new Map<RoundId, Tally>();
  for (const [roundId, { handedIn, drafts, abstained }] of tallies) {
    const sum = sums.get(roundId) ?? { handedIn: 0, drafts: 0, abstained: 0 };
    sums.set(roundId, {
      handedIn: sum.handedIn + handedIn,
      drafts: sum.drafts + drafts,
      abstained: sum.abstained + abstained,
    });
  }
  all.set(editionId, sums);
}

const kinds = [auditEntries, auditHeads, submissions, scoreSheets, editions];
