import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { cutOutcome, withinOf } from '../../domain/judging/cut-outcome.ts';
import { inputHash } from '../../domain/ranking/canonical-input.ts';
import type { RankingResult } from '../../domain/ranking/ranking-result.ts';
import { cutId, rankingSettings, roundCut } from '../../store/documents/cut-documents.ts';
import { closingHash } from '../rounds/close-round-freeze.ts';
import { freezeHash, hashOf } from '../rounds/close-round-hash.ts';
import type { RankElsewhere } from '../cut/cut-place.ts';
import { Vouches } from '../personal-data/erasure-vouch.ts';
import { exportFormat } from './export-round.ts';

/** Something in an export that does not follow from the rest of it. */
interface ExportFault {
  code:
    | 'not-json'
    | 'not-canonical'
    | 'wrong-verification'
    | 'not-an-export'
    | 'broken-chain'
    | 'wrong-sheets'
    | 'wrong-closing'
    | 'wrong-input'
    | 'wrong-result'
    | 'wrong-cut';
  about: string;
}

export interface ExportReport {
  faults: ExportFault[];
  names: boolean;
  submissions: number;
  sheets: number;
  categories: number;
}

const roundId = z.enum(['preselection', 'assessment', 'pitch']);
const score = z.union([z.number(), z.literal('not-assessable')]);
const ranked = z.object({ submissionId: z.string(), judge: z.string(), scores: z.record(z.string(), score) });
const entry = z.looseObject({
  ...{ sequence: z.int(), previousHash: z.string(), hash: z.string() },
  ...{ act: z.string().optional(), subject: z.string().optional(), redacted: z.literal(true).optional() },
});
const sheet = z.looseObject({ ...ranked.shape, status: z.string() });
const category = z.object({
  categoryId: z.string(),
  cut: roundCut.optional(),
  input: z.object({
    submissions: z.array(z.string()),
    sheets: z.array(ranked),
    abstentions: z.array(z.object({ submissionId: z.string(), judge: z.string() })),
    criteria: z.array(z.object({ id: z.string(), weight: z.number() })),
    settings: rankingSettings,
    seed: z.int(),
  }),
  inputHash: z.string(),
  result: z.unknown(),
});
const submission = z.looseObject({
  id: z.string(),
  categoryId: z.string(),
  takesPart: z.boolean(),
  sheets: z.array(sheet),
  frozen: z
    .looseObject({ roundId, closesAt: z.string(), hash: z.string(), salt: z.string().optional() })
    .optional(),
  log: z.array(entry),
});
const schema = z.object({
  about: z.looseObject({ format: z.literal(exportFormat), names: z.boolean() }),
  categories: z.array(category),
  closing: z.looseObject({ closesAt: z.string(), hash: z.string(), sheets: z.int() }).optional(),
  log: z.array(entry),
  parts: z.array(z.object({ submissionId: z.string(), hash: z.string() })),
  people: z.array(z.unknown()),
  submissions: z.array(submission),
  verification: z.string(),
});

type Parsed = z.infer<typeof schema>;

/** Works out all that can be from an export, and lays it beside what the export says. */
export async function verifyExport(bytes: Uint8Array, rank: RankElsewhere): Promise<ExportReport> {
  const nothing = { names: false, submissions: 0, sheets: 0, categories: 0 };
  const fault = (code: ExportFault['code']) => ({ ...nothing, faults: [{ code, about: '' }] });
  const read = readJson(bytes);
  if (read === undefined) return fault('not-json');
  if (`${canonicalJson(read.value)}\n` !== read.text) return fault('not-canonical');
  const parsed = schema.safeParse(read.value);
  if (!parsed.success) return fault('not-an-export');
  const { data } = parsed;
  if (verificationOf(read.text) !== data.verification) return fault('wrong-verification');
  const categories = await Promise.all(data.categories.map((each) => verifyCategory(data, each, rank)));
  return {
    faults: [...verifyLogs(data), ...verifySheets(data), ...categories.flat()],
    names: data.about.names,
    submissions: data.submissions.length,
    sheets: data.submissions.reduce((sum, { sheets }) => sum + sheets.length, 0),
    categories: data.categories.length,
  };
}

function readJson(bytes: Uint8Array): { text: string; value: unknown } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch {
    // Whatever is wrong with it, it is told of as no JSON.
    return undefined;
  }
}

function verificationOf(text: string): string {
  const end = text.lastIndexOf(',"verification":');
  return createHash('sha256').update(text.slice(0, end)).digest('hex');
}

function verifyLogs({ log, submissions }: Parsed): ExportFault[] {
  const logs = [
    { about: 'edition', log },
    ...submissions.map(({ id, log: own }) => ({ about: id, log: own })),
  ];
  return logs.flatMap(({ about, log: entries }): ExportFault[] => {
    const vouches = new Vouches(entries);
    const isSound = (each: Parsed['log'][number]) => {
      const { hash, ...unsealed } = each;
      if (each.redacted !== undefined) return vouches.holdsFor(each);
      return each.act === undefined || hashOf(unsealed) === hash;
    };
    const isWhole = entries.every((each, index) => {
      const follows = each.previousHash === (entries[index - 1]?.hash ?? '0'.repeat(64));
      return follows && each.sequence === index + 1 && isSound(each);
    });
    return isWhole ? [] : [{ code: 'broken-chain', about }];
  });
}

/** With names: what is listed is what the log says, and what was frozen; the closing is over all of it. */
function verifySheets({ about, closing, parts, submissions }: Parsed): ExportFault[] {
  if (!about.names || closing === undefined) return [];
  const hashes = new Map(parts.map(({ submissionId, hash }) => [submissionId, hash]));
  const found = submissions.flatMap(({ id, frozen, sheets, log }): ExportFault[] => {
    const played = new Map(log.map((each) => [each.subject, each.after]));
    const isLogged = sheets.every((each) => {
      return canonicalJson(played.get(`sheet:${String(each.roundId)}:${each.judge}`)) === canonicalJson(each);
    });
    const isFrozen =
      frozen === undefined
        ? sheets.length === 0 && !hashes.has(id)
        : new Vouches(log).hashOfFreeze(frozen) === freezeHash(frozen, sheets) &&
          hashes.get(id) === frozen.hash;
    return isLogged && isFrozen ? [] : [{ code: 'wrong-sheets', about: id }];
  });
  return closingHash(parts) === closing.hash
    ? found
    : [...found, { code: 'wrong-closing', about: closing.closesAt }];
}

async function verifyCategory(
  { about, closing, log, submissions }: Parsed,
  { categoryId, input, inputHash: hash, result, cut }: Parsed['categories'][number],
  rank: RankElsewhere,
): Promise<ExportFault[]> {
  const faults: ExportFault[] = [];
  const taking = submissions.filter((each) => each.takesPart && each.categoryId === categoryId);
  const sheets = taking.flatMap((each) =>
    each.sheets.map(({ submissionId, judge, scores }) => ({ submissionId, judge, scores })),
  );
  const isInput =
    canonicalJson(input.sheets) === canonicalJson(sheets) &&
    canonicalJson(input.submissions) === canonicalJson(taking.map(({ id }) => id)) &&
    (await inputHash(input)) === hash;
  if (!isInput) faults.push({ code: 'wrong-input', about: categoryId });
  const again: RankingResult = await rank(input);
  if (canonicalJson(again) !== canonicalJson(result))
    faults.push({ code: 'wrong-result', about: categoryId });
  if (cut?.fixed === undefined || cut.fixed.closesAt !== closing?.closesAt) return faults;
  const last = log.filter((each) => each.subject === `cut:${cut.roundId}:${categoryId}`).at(-1);
  const isOutcome =
    canonicalJson(withinOf(cutOutcome(again, cut.decisions))) === canonicalJson(cut.fixed.within);
  const fixed = new Vouches(log).hashesOfCut(cutId(cut.roundId, categoryId), cut.fixed);
  const isSigned =
    !about.names ||
    (fixed.inputHash === hash &&
      fixed.resultHash === hashOf(again) &&
      canonicalJson(last?.after) === canonicalJson(cut));
  const isOfClosing = cut.fixed.closingHash === closing.hash;
  return isOutcome && isSigned && isOfClosing
    ? faults
    : [...faults, { code: 'wrong-cut', about: categoryId }];
}
