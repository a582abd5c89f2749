import type { AuditEntry } from '../../domain/audit-entry.ts';
import type { Instant } from '../../domain/instant.ts';
import type { CutDecision, RoundCut } from '../../domain/judging/round-cut.ts';
import type { PersonId, PersonKey } from '../../domain/person.ts';
import type { CutRule } from '../../domain/ranking/ranking-input.ts';
import { cutId, roundCut } from '../../store/documents/cut-documents.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import type { CutPlace } from './cut-place.ts';
import { loadCut } from './cut-place.ts';
import { readLog } from '../log/read-log.ts';
import { namesOf } from '../names-of.ts';
import type { World } from '../world.ts';

/** One thing that was done to a cut, as the log has it. */
export interface CutHistoryLine {
  at: Instant;
  by: PersonId;
  /** Absent where the app knows no name. */
  byName?: string;
  act: CutLogAct;
  /** What was decided, or what decision was taken back. */
  decision?: CutDecision;
  /** The line that was drawn. */
  rule?: CutRule;
}

const acts = [
  'set-cut-rule',
  'wildcard',
  'move-cut',
  'overrule',
  'undo-wildcard',
  'undo-move-cut',
  'undo-overrule',
  'propose-cut',
  'fix-cut',
] as const;

type CutLogAct = (typeof acts)[number];

/**
 * Everything that was ever done to a cut, the first thing first.
 * @throws RefusedError `not-found`
 */
export async function viewCutHistory(
  world: World,
  person: PersonKey,
  place: CutPlace,
): Promise<CutHistoryLine[]> {
  await loadCut(world, person, place);
  const subject = cutId(place.roundId, place.categoryId);
  const log = await readLog(world.store, editionPartition(place.editionId));
  const lines = log.filter((entry) => entry.subject === subject).flatMap(lineOf);
  const names = await namesOf(
    world.store,
    place.editionId,
    lines.map(({ by }) => by),
  );
  return lines.map((line) => {
    const byName = names.get(line.by);
    return { ...line, ...(byName !== undefined && { byName }) };
  });
}

function lineOf({ at, by, act: done, before, after }: AuditEntry): CutHistoryLine[] {
  const act = acts.find((each) => each === done);
  if (act === undefined) return [];
  const [was, is] = [cutIn(before), cutIn(after)];
  const decision = decisionOf(was?.decisions ?? [], is?.decisions ?? []);
  return [
    {
      ...{ at, by, act },
      ...(decision && { decision }),
      ...(act === 'set-cut-rule' && is && { rule: is.rule }),
    },
  ];
}

function cutIn(value: unknown): RoundCut | undefined {
  return roundCut.safeParse(value).data;
}

/** The one that the other list does not have: no two are of the same person at the same moment. */
function decisionOf(before: readonly CutDecision[], after: readonly CutDecision[]): CutDecision | undefined {
  const [longer, shorter] = before.length > after.length ? [before, after] : [after, before];
  const place = longer.findIndex((each, index) => JSON.stringify(each) !== JSON.stringify(shorter[index]));
  return longer[place];
}
