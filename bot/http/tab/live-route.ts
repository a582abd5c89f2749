import type { Request, Response, Server } from 'restify';
import { roundOf } from '../../domain/edition/edition.ts';
import { personId } from '../../domain/person.ts';
import { answerRefusal } from '../../gate/answer-refusal.ts';
import { readClosing } from '../../use-cases/cut/cut-place.ts';
import { findCurrentEdition, readEdition, roleIn } from '../../use-cases/edition-context.ts';
import type { RankedCategory } from '../../use-cases/read-model.ts';
import type { TabNews } from '../../use-cases/overview/tab-news.ts';
import { cutNews, editionNews, rankedNews, tabNews } from '../../use-cases/overview/tab-news.ts';
import type { World } from '../../use-cases/world.ts';
import { tabEvent } from '../contract/events.ts';
import type { TabGate, TabVisitor } from './tab-gate.ts';
import type { HttpLog } from './tab-door.ts';

/** What comes so soon after what was told is gathered and told at once; the first after a silence does not wait. */
const gatherMs = 60;
/** Keeps proxies from closing a quiet stream. */
const heartbeatMs = 20_000;

/** Open streams, and the way to end them all when the server stops. */
export interface LiveStreams {
  close(): void;
}

/**
 * `GET /api/tab/events`: tells an open tab what to ask again, never data. A stream ends with its token; the tab comes
 * back with a new one and asks everything again, so nothing has to be remembered for it.
 */
export function addLiveRoute(server: Server, world: World, gate: TabGate, log: HttpLog): LiveStreams {
  const streams = new Set<Response>();
  server.get('/api/tab/events', async (request: Request, response: Response) => {
    const entry = await gate(request.header('authorization'));
    if (entry.kind === 'refused') {
      answerRefusal(response, entry.refusal);
      return;
    }
    streams.add(response);
    // Listens first: who leaves while the stream is being opened must not leave it behind.
    const left = new AbortController();
    response.on('close', () => {
      streams.delete(response);
      left.abort();
    });
    const stop = await openStream(world, entry.visitor, response, log);
    if (left.signal.aborted) stop();
    else left.signal.addEventListener('abort', stop);
    log.info({ turn: request.id(), open: streams.size }, 'stream opened');
  });
  return {
    close() {
      for (const stream of streams) stream.end();
    },
  };
}

async function openStream(
  world: World,
  visitor: TabVisitor,
  response: Response,
  log: HttpLog,
): Promise<() => void> {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  response.write(': open\n\n');
  const who = personId(visitor);
  const pending = new Map<string, TabNews>();
  let gathering: NodeJS.Timeout | undefined;
  let toldAt = -gatherMs;
  const tell = () => {
    gathering = undefined;
    toldAt = performance.now();
    const events = [...pending.values()].map((news) => `data: ${JSON.stringify(tabEvent.parse(news))}\n\n`);
    response.write(events.join(''));
    pending.clear();
  };
  const edition = await findCurrentEdition(world.store);
  const role = edition && (await roleIn(world, edition.id, visitor));
  const { readModel } = world;
  const roleNow = (editionId: string) => readModel.roleOf(editionId, who) ?? role;
  const gather = (all: readonly TabNews[]) => {
    for (const news of all) pending.set(JSON.stringify(news), news);
    if (pending.size > 0) {
      gathering ??= setTimeout(tell, Math.max(0, toldAt + gatherMs - performance.now()));
    }
  };
  const unsubscribe = readModel.onChange((change) =>
    gather(tabNews(readModel, who, roleNow(change.editionId), change)),
  );
  const unrank = readModel.onRanked((ranked) => gather(rankedNews(roleNow(ranked.editionId), ranked)));
  const unedition = readModel.onEdition((change) =>
    gather(editionNews(who, edition && roleNow(edition.id), change)),
  );
  const uncut = readModel.onCut((cut) => {
    const news = cutNews(roleNow(cut.editionId), cut, () => isFrozenIn(world, cut));
    news.then(gather, (error: unknown) => log.error({ error }, 'tab'));
  });
  const heartbeat = setInterval(() => response.write(': \n\n'), heartbeatMs);
  const end = setTimeout(() => response.end(), Math.max(0, visitor.expiresAt * 1000 - Date.now()));
  return () => {
    unsubscribe();
    unrank();
    unedition();
    uncut();
    clearInterval(heartbeat);
    clearTimeout(end);
    clearTimeout(gathering);
  };
}

async function isFrozenIn({ store }: World, { editionId, roundId }: RankedCategory): Promise<boolean> {
  const edition = await readEdition(store, editionId);
  const round = edition && roundOf(edition, roundId);
  return (
    edition !== undefined && round !== undefined && (await readClosing(store, edition, round)) !== undefined
  );
}
