/** A network through which as much as possible flows from source to sink, at the least cost. */
export interface FlowNetwork {
  /** @returns the edge, to ask afterwards how much went through; `cost` is whole and not negative */
  edge(from: number, to: number, capacity: number, cost: number): number;
  /** Lets it flow. */
  flow(source: number, sink: number): void;
  through(edge: number): number;
}

/**
 * The primal-dual method: shortest paths by Dijkstra on costs reduced by potentials, then as much as the paths of that
 * length take. Source: Ahuja, Magnanti and Orlin, Network Flows (1993), 9.7 and 9.8. Whole numbers stay exact up to
 * 2^53.
 */
export function flowNetwork(nodes: number): FlowNetwork {
  // Every edge is two: itself, and behind it the way back.
  const heads: number[] = [];
  const rest: number[] = [];
  const costs: number[] = [];
  const begun: number[] = [];
  const edgesFrom: number[][] = Array.from({ length: nodes }, () => []);
  const potentials = new Array<number>(nodes).fill(0);

  const add = (from: number, to: number, capacity: number, cost: number): number => {
    const edge = heads.push(to) - 1;
    rest.push(capacity);
    begun.push(capacity);
    costs.push(cost);
    at(edgesFrom, from).push(edge);
    return edge;
  };

  const reduced = (edge: number, from: number) =>
    at(costs, edge) + at(potentials, from) - at(potentials, at(heads, edge));

  /** @returns whether the sink can be reached; the potentials are then such that shortest paths cost nothing */
  function shorten(source: number, sink: number): boolean {
    const distances = distancesFrom(source);
    const farthest = at(distances, sink);
    if (farthest === Infinity) return false;
    for (let node = 0; node < nodes; node += 1) {
      potentials[node] = at(potentials, node) + Math.min(at(distances, node), farthest);
    }
    return true;
  }

  function distancesFrom(source: number): number[] {
    const distances = new Array<number>(nodes).fill(Infinity);
    const isDone = new Array<boolean>(nodes).fill(false);
    distances[source] = 0;
    for (let node = source; node !== -1; node = nearest(distances, isDone)) {
      isDone[node] = true;
      for (const edge of at(edgesFrom, node)) {
        if (at(rest, edge) === 0) continue;
        const head = at(heads, edge);
        const distance = at(distances, node) + reduced(edge, node);
        if (distance < at(distances, head)) distances[head] = distance;
      }
    }
    return distances;
  }

  /** One more along edges that cost nothing; each node's edges are tried once in a round. */
  function push(node: number, sink: number, tried: number[], onPath: boolean[]): boolean {
    if (node === sink) return true;
    onPath[node] = true;
    const edges = at(edgesFrom, node);
    for (; at(tried, node) < edges.length; tried[node] = at(tried, node) + 1) {
      const edge = at(edges, at(tried, node));
      const head = at(heads, edge);
      if (at(rest, edge) === 0 || reduced(edge, node) !== 0 || onPath[head] === true) continue;
      if (!push(head, sink, tried, onPath)) continue;
      rest[edge] = at(rest, edge) - 1;
      rest[edge ^ 1] = at(rest, edge ^ 1) + 1;
      onPath[node] = false;
      return true;
    }
    onPath[node] = false;
    return false;
  }

  return {
    edge(from, to, capacity, cost) {
      const edge = add(from, to, capacity, cost);
      add(to, from, 0, -cost);
      return edge;
    },
    flow(source, sink) {
      while (shorten(source, sink)) {
        const tried = new Array<number>(nodes).fill(0);
        const onPath = new Array<boolean>(nodes).fill(false);
        while (push(source, sink, tried, onPath));
      }
    },
    through: (edge) => at(begun, edge) - at(rest, edge),
  };
}

function nearest(distances: readonly number[], isDone: readonly boolean[]): number {
  let best = -1;
  let least = Infinity;
  for (let node = 0; node < distances.length; node += 1) {
    const distance = at(distances, node);
    if (isDone[node] === true || distance >= least) continue;
    best = node;
    least = distance;
  }
  return best;
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`there is no ${String(index)}`);
  return value;
}
