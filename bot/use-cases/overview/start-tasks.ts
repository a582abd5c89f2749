import { mayChaseJudges, mayFixCut, mayOrganise, mayPrepareCut } from '../../domain/access.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import { isJudge } from '../../domain/edition/edition-role.ts';
import type { Category, Edition, Round } from '../../domain/edition/edition.ts';
import { currentRound, phaseOf } from '../../domain/edition/edition.ts';
import type { Instant } from '../../domain/instant.ts';
import { afterCutAct, cutStatus } from '../../domain/judging/round-cut.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { cutId, roundCuts } from '../../store/documents/cut-documents.ts';
import {
  allCategories,
  channelPrefix,
  editionPartition,
  organisersChannelId,
} from '../../store/documents/edition-documents.ts';
import { readClosing } from '../cut/cut-place.ts';
import { countTasks, inJudgesOrder, isLeft, judgeTasks } from '../judging/judge-tasks.ts';
import type { TaskCounts } from '../judging/judge-tasks.ts';
import { bindingsOf } from '../channels/unbind-channel.ts';
import { nextRoundOf } from '../judging/view-todo.ts';
import type { World } from '../world.ts';

/** What somebody with a place in the edition has to do now. */
export type RoleTask =
  | { kind: 'judge'; round: Round; counts: TaskCounts; next?: Submission }
  | { kind: 'judge-later'; round: Round }
  /** How many judges have something left, and how many sheets that is together. */
  | { kind: 'late-judges'; round: Round; late: number; sheets: number }
  /** Without a round: handing in. */
  | { kind: 'soon'; what: 'opens' | 'closes'; round?: Round; at: Instant }
  | { kind: 'unbound-channels'; jury: Category[]; organisers: boolean }
  | { kind: 'cut'; what: 'propose' | 'fix'; round: Round; category: Category };

/** How far ahead an organiser is told what will open or close. */
const soonMs = 7 * 24 * 3_600_000;

/** The most pressing first. */
export async function roleTasks(
  world: World,
  edition: Edition,
  role: EditionRole | undefined,
): Promise<RoleTask[]> {
  const round = currentRound(edition, world.now());
  return [
    ...(round === undefined ? [] : judging(world, edition, round, role)),
    ...(await cuts(world, edition, role)),
    ...(await channels(world, edition, role)),
    ...(round === undefined ? [] : late(world, edition, round, role)),
    ...soon(edition, role, world.now()),
  ];
}

function judging(world: World, edition: Edition, round: Round, role: EditionRole | undefined): RoleTask[] {
  if (!isJudge(role)) return [];
  const { readModel } = world;
  const tasks = inJudgesOrder(judgeTasks(readModel, edition.id, round, role), role, round);
  if (phaseOf(round, world.now()) === 'open' && tasks.length > 0) {
    const next = tasks.find(isLeft)?.submission;
    return [{ kind: 'judge', round, counts: countTasks(tasks), ...(next && { next }) }];
  }
  const nextRound = nextRoundOf(edition, role, world.now());
  return nextRound === undefined ? [] : [{ kind: 'judge-later', round: nextRound }];
}

function late(world: World, edition: Edition, round: Round, role: EditionRole | undefined): RoleTask[] {
  if (!mayChaseJudges(role) || phaseOf(round, world.now()) !== 'open') return [];
  const { readModel } = world;
  const left = readModel
    .roles(edition.id)
    .filter(isJudge)
    .map((judge) => countTasks(judgeTasks(readModel, edition.id, round, judge)).left)
    .filter((count) => count > 0);
  if (left.length === 0) return [];
  return [
    { kind: 'late-judges', round, late: left.length, sheets: left.reduce((sum, each) => sum + each, 0) },
  ];
}

function soon(edition: Edition, role: EditionRole | undefined, now: Instant): RoleTask[] {
  if (!mayOrganise(role)) return [];
  const until = new Date(Date.parse(now) + soonMs).toISOString();
  return [{ round: undefined, period: edition }, ...edition.rounds.map((round) => ({ round, period: round }))]
    .flatMap(({ round, period }) => {
      const of = round && { round };
      return [
        { kind: 'soon' as const, what: 'opens' as const, at: period.opensAt, ...of },
        { kind: 'soon' as const, what: 'closes' as const, at: period.closesAt, ...of },
      ];
    })
    .filter(({ at }) => at > now && at <= until)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** A category's jury has a channel of its own, or that of all. */
async function channels(
  { store }: World,
  edition: Edition,
  role: EditionRole | undefined,
): Promise<RoleTask[]> {
  if (!mayOrganise(role)) return [];
  const bound = (await bindingsOf(store, edition.id)).filter(({ value }) => value.state === undefined);
  const isBound = (id: string) => bound.some((each) => each.id === id);
  const jury = isBound(channelPrefix + allCategories)
    ? []
    : edition.categories.filter(({ id }) => !isBound(channelPrefix + id));
  const organisers = !isBound(organisersChannelId);
  return jury.length > 0 || organisers ? [{ kind: 'unbound-channels', jury, organisers }] : [];
}

/** Of rounds whose sheets are frozen: what is to be proposed, and what waits for its chair. */
async function cuts(world: World, edition: Edition, role: EditionRole | undefined): Promise<RoleTask[]> {
  const closed = edition.rounds.filter((round) => phaseOf(round, world.now()) === 'closed');
  const places = closed.flatMap((round) => edition.categories.map((category) => ({ round, category })));
  const mine = places.filter(({ category }) => mayPrepareCut(role, category.id, true));
  return (await Promise.all(mine.map((place) => cutTask(world, edition, role, place)))).flat();
}

async function cutTask(
  { store }: World,
  edition: Edition,
  role: EditionRole | undefined,
  { round, category }: { round: Round; category: Category },
): Promise<RoleTask[]> {
  const [closing, kept] = await Promise.all([
    readClosing(store, edition, round),
    roundCuts.read(store, editionPartition(edition.id), cutId(round.id, category.id)),
  ]);
  if (closing === undefined) return [];
  const status = cutStatus(kept?.value, round);
  const mayFix = mayFixCut(role, { categoryId: category.id, roundId: round.id });
  if (status === 'proposed') return mayFix ? [{ kind: 'cut', what: 'fix', round, category }] : [];
  const isToPropose = afterCutAct(status, 'propose') !== undefined;
  return isToPropose ? [{ kind: 'cut', what: 'propose', round, category }] : [];
}
