import { z } from 'zod';
import { auditEntries, auditHeadId, auditHeads } from '../../store/documents/submission-documents.ts';
import type { StoredDocument } from '../../store/port.ts';
import { hashOf } from '../rounds/close-round-hash.ts';
import { Vouches } from '../personal-data/erasure-vouch.ts';

/** Something that is not as the log has it. `id`: of a document, or a round; `sequence`: of an entry. */
export interface LogFault {
  code:
    | 'unreadable'
    | 'gap'
    | 'broken-chain'
    | 'wrong-hash'
    | 'unvouched'
    | 'wrong-end'
    | 'unlogged'
    | 'not-as-logged'
    | 'gone'
    | 'misplaced'
    | 'wrong-freeze'
    | 'wrong-closing'
    | 'wrong-tally';
  partition: string;
  id?: string;
  sequence?: number;
  kept?: number;
  logged?: number;
}

const noHash = '0'.repeat(64);
const sealed = z.looseObject({
  ...{ sequence: z.int(), previousHash: z.string(), hash: z.string() },
  ...{ act: z.string().optional(), subject: z.string().optional(), redacted: z.boolean().optional() },
});

/**
 * Walks a log from its first entry to its end: each follows from the one before, and none was changed. What was redacted
 * keeps its hash; that it is what was left of it then, a later entry vouches for.
 */
export function verifyChain(partition: string, documents: readonly StoredDocument[]): LogFault[] {
  const faults: LogFault[] = [];
  const entries = documents.filter(auditEntries.is);
  const vouches = new Vouches(entries.flatMap(({ body }) => sealed.safeParse(body).data ?? []));
  let last = { sequence: 0, hash: noHash };
  for (const entry of entries) {
    const sequence = last.sequence + 1;
    const parsed = sealed.safeParse(entry.body);
    if (!parsed.success) {
      faults.push({ code: 'unreadable', partition, id: entry.id });
      last = { ...last, sequence };
      continue;
    }
    const { hash, ...unsealed } = parsed.data;
    if (unsealed.sequence !== sequence) faults.push({ code: 'gap', partition, sequence });
    else if (unsealed.previousHash !== last.hash) faults.push({ code: 'broken-chain', partition, sequence });
    if (unsealed.redacted !== undefined) {
      if (!vouches.holdsFor(parsed.data))
        faults.push({ code: 'unvouched', partition, sequence: unsealed.sequence });
    } else if (hashOf(unsealed) !== hash)
      faults.push({ code: 'wrong-hash', partition, sequence: unsealed.sequence });
    last = { sequence: unsealed.sequence, hash };
  }
  return [...faults, ...verifyEnd(partition, documents, entries.length === 0 ? undefined : last)];
}

function verifyEnd(
  partition: string,
  documents: readonly StoredDocument[],
  last: { sequence: number; hash: string } | undefined,
): LogFault[] {
  const head = documents.find(({ id }) => id === auditHeadId);
  if (head === undefined && last === undefined) return [];
  const end = head !== undefined && auditHeads.is(head) ? auditHeads.parse(head).value : undefined;
  const isRight = end?.sequence === last?.sequence && end?.hash === last?.hash;
  return isRight ? [] : [{ code: 'wrong-end', partition }];
}
