import { mayExportRound } from '../../domain/access.ts';
import type { AuditEntry } from '../../domain/audit-entry.ts';
import { isJudge } from '../../domain/edition/edition-role.ts';
import type { Round, RoundId } from '../../domain/edition/edition.ts';
import { localText, roundOf } from '../../domain/edition/edition.ts';
import type { RoundCut } from '../../domain/judging/round-cut.ts';
import { firstCut } from '../../domain/judging/round-cut.ts';
import type { FrozenSheets, RoundClosing } from '../../domain/judging/round-turn.ts';
import type { ScoreSheet } from '../../domain/judging/score-sheet.ts';
import type { PersonId, PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { inputHash } from '../../domain/ranking/canonical-input.ts';
import type { RankingInput } from '../../domain/ranking/ranking-input.ts';
import type { RankingResult } from '../../domain/ranking/ranking-result.ts';
import { participantName } from '../../domain/submission/participant.ts';
import { numberText } from '../../domain/submission/submission.ts';
import { cutId, roundCuts } from '../../store/documents/cut-documents.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import { frozenId, frozenRounds } from '../../store/documents/judging-documents.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { RankElsewhere } from '../cut/cut-place.ts';
import { readClosing } from '../cut/cut-place.ts';
import type { CountedSubmission } from '../cut/cut-scores.ts';
import { countSubmission, cutInput, readTakesPart } from '../cut/cut-scores.ts';
import { readEdition, roleIn, rolesOf } from '../edition-context.ts';
import { submissionIdsOf } from '../editions/edition-use.ts';
import type { SealedEntry } from './export-log.ts';
import { readLog } from '../log/read-log.ts';
import { sealed } from './export-log.ts';
import { pseudonymise } from './export-pseudonyms.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

export const exportFormat = 'gemeentedelers-round-1';

/** A round with all that its outcome follows from. */
export interface RoundExport {
  about: { format: string; names: boolean; at: string; edition: string; round: Round };
  categories: ExportedCategory[];
  closing?: RoundClosing;
  /** Of the edition: whole where it is about this round, else only what chains it. */
  log: (AuditEntry | SealedEntry)[];
  /** Id and hash of the frozen sheets of every submission: what the closing is over. */
  parts: { submissionId: string; hash: string }[];
  people: { id: string; name: string }[];
  submissions: ExportedSubmission[];
}

export interface ExportedCategory {
  categoryId: string;
  cut?: RoundCut;
  input: RankingInput;
  inputHash: string;
  result: RankingResult;
}

export interface ExportedSubmission {
  id: string;
  number: string;
  title: string;
  participant: string;
  categoryId: string;
  takesPart: boolean;
  panel: PersonId[];
  abstained: PersonId[];
  sheets: ScoreSheet[];
  frozen?: FrozenSheets;
  log: (AuditEntry | SealedEntry)[];
}

export interface ExportWish {
  editionId: string;
  roundId: RoundId;
  names: boolean;
}

/**
 * Everything of a round, of the categories that somebody may have.
 * @throws RefusedError `not-found`
 */
export async function exportRound(
  world: World,
  person: PersonKey,
  wish: ExportWish,
  rank: RankElsewhere,
): Promise<RoundExport> {
  const edition = await readEdition(world.store, wish.editionId);
  const round = edition && roundOf(edition, wish.roundId);
  if (edition === undefined || round === undefined) throw new RefusedError('not-found');
  const role = await roleIn(world, edition.id, person);
  const isFrozen = (await readClosing(world.store, edition, round)) !== undefined;
  const categories = edition.categories
    .map(({ id }) => id)
    .filter((id) => mayExportRound(role, id, { isFrozen, withNames: wish.names }));
  if (categories.length === 0) throw new RefusedError('not-found');
  return exportCategories(world, wish, categories, rank);
}

/** The same for who has the data folder itself: everything there is. */
export async function exportCategories(
  world: Pick<World, 'store' | 'now'>,
  { editionId, roundId, names }: ExportWish,
  wanted: readonly string[] | 'all',
  rank: RankElsewhere,
): Promise<RoundExport> {
  const { store } = world;
  const edition = await readEdition(store, editionId);
  const round = edition && roundOf(edition, roundId);
  if (edition === undefined || round === undefined) throw new RefusedError('not-found');
  const categoryIds = wanted === 'all' ? edition.categories.map(({ id }) => id) : wanted;
  const closing = await readClosing(store, edition, round);
  const roles = await rolesOf(store, edition.id);
  const takesPart = await readTakesPart(store, edition, round);
  const counted: (CountedSubmission & { takesPart: boolean; log: (AuditEntry | SealedEntry)[] })[] = [];
  const parts: RoundExport['parts'] = [];
  for await (const id of submissionIdsOf(store, edition.id)) {
    const partition = submissionPartition(id);
    const frozen = await frozenRounds.read(store, partition, frozenId(round.id));
    if (closing !== undefined && frozen?.value.closesAt === closing.closesAt)
      parts.push({ submissionId: id, hash: frozen.value.hash });
    const found = await submissions.read(store, partition, submissionDocumentId);
    if (found === undefined || !categoryIds.includes(found.value.categoryId)) continue;
    const sheets = await countSubmission(store, round, roles.filter(isJudge), found.value);
    const log = sealed(await readLog(store, partition), ofRound(round.id), names);
    counted.push({ ...sheets, takesPart: takesPart(found.value), log });
  }
  const tellsOf = ofRound(round.id);
  // What was decided about a category is for who may have that category.
  const isOfEdition = (entry: AuditEntry) =>
    tellsOf(entry) &&
    (!entry.subject.startsWith('cut:') || categoryIds.some((id) => entry.subject === cutId(round.id, id)));
  const categories: ExportedCategory[] = [];
  for (const categoryId of categoryIds) {
    const kept = await roundCuts.read(store, editionPartition(edition.id), cutId(round.id, categoryId));
    const taking = counted.filter((each) => each.takesPart && each.submission.categoryId === categoryId);
    const cut = kept?.value ?? firstCut(round, categoryId, world.now());
    const input = cutInput(edition, round, cut, taking);
    categories.push({ categoryId, ...(kept && { cut }), input, inputHash: '', result: await rank(input) });
  }
  const whole: RoundExport = {
    about: { format: exportFormat, names, at: world.now(), edition: edition.name, round },
    ...{ categories, parts },
    ...(closing && { closing }),
    log: sealed(await readLog(store, editionPartition(edition.id)), isOfEdition, names),
    people: roles.map((role) => ({ id: personId(role), name: role.name })),
    submissions: counted.map(({ submission, ...rest }) => ({
      ...{ id: submission.id, title: submission.title, categoryId: submission.categoryId },
      number: numberText(edition.numberPrefix, submission.number),
      participant: participantName(submission.participant),
      ...rest,
    })),
  };
  const told = names ? whole : await pseudonymise(whole, rank);
  for (const category of told.categories) category.inputHash = await inputHash(category.input);
  return told;
}

/** Sheets, abstentions, assignments and freezes of a round; its closings and cuts. */
function ofRound(roundId: RoundId): (entry: AuditEntry) => boolean {
  const pattern = new RegExp(`^(?:sheet|abstention|assigned|frozen|closing|cut|round):${roundId}(?::|$)`);
  return ({ subject }) => pattern.test(subject);
}

/** What a file of it is called; without an ending. */
export function exportName({ about }: Pick<RoundExport, 'about'>): string {
  const plain = `${about.edition} ${localText(about.round.name, 'nl')}`.normalize('NFD').toLowerCase();
  const name = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return about.names ? name : `${name}-zonder-namen`;
}
