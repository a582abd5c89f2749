import { auditEntries } from '../../store/documents/submission-documents.ts';
import type { StoredDocument } from '../../store/port.ts';
import { hashOf } from '../rounds/close-round-hash.ts';
import type { Vouch } from '../personal-data/erasure-vouch.ts';
import { Vouches } from '../personal-data/erasure-vouch.ts';
import { playFreezes } from './verify-log-state.ts';

interface Change {
  pseudonym: string;
  /** What this commit writes; `undefined` for what goes. */
  written: readonly (StoredDocument | undefined)[];
  /** The partition, as it was read. */
  documents: readonly StoredDocument[];
  /** An entry of its log as it will be once all of it is done. */
  inTheEnd: (entry: StoredDocument) => StoredDocument;
}

/**
 * What the entry of one commit vouches for: each for the log entries it redacts; the first also for hashes of freezes, as
 * they are when all of it is done.
 */
export function vouchForLog({ pseudonym, written, documents, inTheEnd }: Change): {
  vouch: Vouch;
  isFirst: boolean;
} {
  const entries = written.flatMap((document) => {
    if (document === undefined || !auditEntries.is(document)) return [];
    return [{ sequence: auditEntries.parse(document).value.sequence, content: hashOf(document.body) }];
  });
  const log = documents.filter(auditEntries.is);
  const before = log.map((document) => auditEntries.parse(document).value);
  const vouches = new Vouches(before);
  if (vouches.tellsOf(pseudonym)) return { vouch: { entries }, isFirst: false };
  const after = log.map((document) => auditEntries.parse(inTheEnd(document)).value);
  return { vouch: { entries, freezes: freezesBetween(before, after, vouches) }, isFirst: true };
}

/** Only for what was right before: a fault stays one. */
function freezesBetween(
  before: Parameters<typeof playFreezes>[0],
  after: Parameters<typeof playFreezes>[0],
  vouches: Vouches,
): Vouch['freezes'] {
  const played = playFreezes(after);
  const changed = playFreezes(before).flatMap(({ frozen, hash }, index) => {
    const to = played[index]?.hash;
    if (frozen === undefined || to === undefined || to === hash) return [];
    if (vouches.hashOfFreeze(frozen) !== hash) return [];
    const { roundId, closesAt, hash: from } = frozen;
    return [{ roundId, closesAt, from, to }];
  });
  return changed.length > 0 ? changed : undefined;
}
