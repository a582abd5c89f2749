import { z } from 'zod';
import type { AuditEntry } from '../../domain/audit-entry.ts';
import type { FrozenSheets } from '../../domain/judging/round-turn.ts';
import type { Deed } from '../log/audit-trail.ts';
import { hashOf } from '../rounds/close-round-hash.ts';

/** What an `erase-person` entry vouches for: what is left of redacted entries, and hashes under other names. */
export interface Vouch {
  /** SHA-256 of the whole redacted entry, as it is kept. */
  entries: { sequence: number; content: string }[];
  /** Freezes: what the log has as their hash, and what it is over the sheets as they are now. */
  freezes?: VouchedFreeze[];
  /** Fixed cuts, by the id of their document. */
  cuts?: VouchedCut[];
}

type VouchedFreeze = Pick<FrozenSheets, 'roundId' | 'closesAt'> & { from: string; to: string };

export interface VouchedCut {
  id: string;
  from: CutHashes;
  to: CutHashes;
}

interface CutHashes {
  inputHash: string;
  resultHash: string;
}

const roundId = z.enum(['preselection', 'assessment', 'pitch']);
const cutHashes = z.object({ inputHash: z.string(), resultHash: z.string() });
const vouch: z.ZodType<Vouch> = z.object({
  entries: z.array(z.object({ sequence: z.int(), content: z.string() })),
  freezes: z.array(z.object({ roundId, closesAt: z.string(), from: z.string(), to: z.string() })).optional(),
  cuts: z.array(z.object({ id: z.string(), from: cutHashes, to: cutHashes })).optional(),
});

/** The parts of an entry that this goes by. */
export interface Vouching extends Pick<AuditEntry, 'sequence'> {
  act?: string;
  subject?: string;
  after?: unknown;
  redacted?: unknown;
}

/** All that a log vouches for; of several that vouch for one thing the last one counts. */
export class Vouches {
  readonly #entries = new Map<number, { content: string; by: number }>();
  readonly #freezes = new Map<string, string>();
  readonly #cuts = new Map<string, CutHashes>();
  readonly #pseudonyms = new Set<string>();

  constructor(log: readonly Vouching[]) {
    for (const { act, sequence, subject, after, redacted } of log) {
      const parsed =
        act === 'erase-person' && redacted === undefined ? vouch.safeParse(after).data : undefined;
      if (parsed === undefined) continue;
      this.#pseudonyms.add(subject ?? '');
      for (const each of parsed.entries)
        this.#entries.set(each.sequence, { content: each.content, by: sequence });
      for (const each of parsed.freezes ?? []) this.#freezes.set(freezeKey(each, each.from), each.to);
      for (const { id, from, to } of parsed.cuts ?? []) this.#cuts.set(cutKey(id, from), to);
    }
  }

  /** Whether a redacted entry is what was left of it. */
  holdsFor(entry: Pick<AuditEntry, 'sequence'>): boolean {
    const vouched = this.#entries.get(entry.sequence);
    return vouched !== undefined && vouched.by > entry.sequence && vouched.content === hashOf(entry);
  }

  /** What the sheets of a freeze make now. */
  hashOfFreeze(freeze: Pick<FrozenSheets, 'roundId' | 'closesAt' | 'hash'>): string {
    return this.#freezes.get(freezeKey(freeze, freeze.hash)) ?? freeze.hash;
  }

  hashesOfCut(id: string, { inputHash, resultHash }: CutHashes): CutHashes {
    return this.#cuts.get(cutKey(id, { inputHash, resultHash })) ?? { inputHash, resultHash };
  }

  /** Whether an erasure was begun here. */
  tellsOf(pseudonym: string): boolean {
    return this.#pseudonyms.has(pseudonym);
  }
}

/** The act itself, done by the app: `by` is nobody's name. */
export function erasureDeed(at: string, by: string, pseudonym: string, after: Vouch): Deed {
  return { at, by, act: 'erase-person', subject: pseudonym, after };
}

function freezeKey(
  { roundId: round, closesAt }: Pick<FrozenSheets, 'roundId' | 'closesAt'>,
  from: string,
): string {
  return [round, closesAt, from].join(' ');
}

function cutKey(id: string, { inputHash, resultHash }: CutHashes): string {
  return [id, inputHash, resultHash].join(' ');
}
