import { chanceFrom } from '../ranking/chance.ts';
import type { FlowNetwork } from './min-cost-flow.ts';
import { flowNetwork } from './min-cost-flow.ts';

/** Judges and submissions by their places in a list. */
export interface SpreadInput {
  judges: number;
  submissions: number;
  perSubmission: number;
  may: (judge: number, submission: number) => boolean;
  /** They judge it already: kept where that costs no balance. */
  was: (judge: number, submission: number) => boolean;
  /** They judge it, whatever else: they have begun. */
  holds: (judge: number, submission: number) => boolean;
  seed: number;
}

export interface Pair {
  judge: number;
  submission: number;
}

/** What chance adds to the cost of a pair, at most. */
const mostChance = 15;

/**
 * Gives each submission its judges: as many of them as it can have; then with loads as even as can be (the sum of
 * their squares is least); then with as few new pairs as possible; then by chance.
 */
export function spreadCases(input: SpreadInput): Pair[] {
  const { judges, submissions, perSubmission, may, was, holds, seed } = input;
  const all = pairsOf(judges, submissions);
  const held = all.filter(({ judge, submission }) => holds(judge, submission));
  const source = judges + submissions;
  const network = flowNetwork(source + 2);
  const costs = costsFor(submissions * perSubmission);
  for (let submission = 0; submission < submissions; submission += 1) {
    const has = held.filter((pair) => pair.submission === submission).length;
    network.edge(source, judges + submission, Math.max(0, perSubmission - has), 0);
  }
  const chance = chanceFrom(seed);
  const edges = all.flatMap((pair) => {
    const { judge, submission } = pair;
    // Asked for every pair, so that who may what does not change the chance of the others.
    const luck = Math.floor(chance.uniform() * (mostChance + 1));
    if (holds(judge, submission) || !may(judge, submission)) return [];
    const cost = was(judge, submission) ? 0 : costs.change + luck;
    return [{ pair, edge: network.edge(judges + submission, judge, 1, cost) }];
  });
  addLoads(network, input, held, costs.load);
  network.flow(source, source + 1);
  return [...held, ...edges.filter(({ edge }) => network.through(edge) > 0).map(({ pair }) => pair)];
}

/** Each further submission of a judge costs more than the one before. */
function addLoads(
  network: FlowNetwork,
  { judges, submissions }: SpreadInput,
  held: readonly Pair[],
  cost: number,
): void {
  const sink = judges + submissions + 1;
  for (let judge = 0; judge < judges; judge += 1) {
    const has = held.filter((pair) => pair.judge === judge).length;
    for (let load = has; load < submissions; load += 1) network.edge(judge, sink, 1, load * cost);
  }
}

/** So far apart that all of the smaller together weigh less than one of the larger. */
function costsFor(units: number): { change: number; load: number } {
  const change = mostChance * units + 1;
  return { change, load: change * (units + 1) };
}

function pairsOf(judges: number, submissions: number): Pair[] {
  return Array.from({ length: submissions }, (_s, submission) =>
    Array.from({ length: judges }, (_j, judge) => ({ judge, submission })),
  ).flat();
}
