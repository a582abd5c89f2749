import type { Logger } from 'pino';
import type { Instant } from '../domain/instant.ts';
import { startFeedReader } from '../store/feed-reader.ts';
import type { StoredDocument } from '../store/port.ts';
import type { SharedFeed } from '../store/shared-feed.ts';
import { createJuryThreads } from '../views/jury-threads.ts';
import { createReadModel } from '../views/kept-read-model.ts';
import { createJudgeContacts } from '../views/judge-contacts.ts';
import { createOpenDrafts } from '../views/open-drafts.ts';
import { createOpenSheets } from '../views/open-sheets.ts';
import { createQuestionThreads } from '../views/question-threads.ts';
import { createRankAside } from '../views/rank-aside.ts';
import { createRankingThread } from '../views/ranking-thread.ts';
import { createRankingTurns } from '../views/ranking-turns.ts';
import { startSimilarIndex } from '../views/similar-index.ts';

export interface ViewsOptions {
  store: SharedFeed;
  now: () => Instant;
  log: Logger;
  /** Whether there may be other servers, which write and do not tell. */
  others: boolean;
}

/** What this look finds, the shared feed tells everybody else here. */
const lookMs = 300;
/** Longer than this nobody waits for what is only newer. */
const patienceMs = 500;

export type Views = ReturnType<typeof keepViews>;

/** What every server keeps for itself, in memory, from the whole feed: for reading, never for deciding a write. */
export function keepViews({ store, now, log, others }: ViewsOptions) {
  const rankingThread = createRankingThread();
  const asideThread = createRankingThread();
  const rankingTurns = createRankingTurns({ run: rankingThread.run, log });
  const readModel = createReadModel(rankingTurns);
  const threads = createQuestionThreads();
  const juryThreads = createJuryThreads();
  const openDrafts = createOpenDrafts();
  const openSheets = createOpenSheets();
  const contacts = createJudgeContacts();
  const similar = startSimilarIndex({ store, now, log });
  const kept = [readModel, threads, juryThreads, openDrafts, openSheets, contacts];
  const reader = startFeedReader({
    store,
    name: 'views',
    resume: 'beginning',
    pageSize: 1_000,
    ...(others && { pollMs: lookMs }),
    log,
    handle: async (changes: StoredDocument[]) => {
      for (const view of kept) view.apply(changes);
    },
  });
  const waitingFor = new Set(['views']);
  reader.caughtUp().then(
    () => {
      waitingFor.delete('views');
      rankingTurns.begin();
    },
    // Stopped before: nobody waits any more.
    () => undefined,
  );
  return {
    ...{ readModel, threads, juryThreads, openDrafts, openSheets, contacts },
    similar: similar.finder,
    rankAside: createRankAside(asideThread),
    /** Empty as soon as everything that was stored at the start has been taken in. */
    waitingFor: () => [...waitingFor],
    caughtUp: () => reader.caughtUp(),
    /** Resolves when they show all that any server had stored when this was asked, or after half a second. */
    upToDate: async () => {
      store.forget();
      await within(patienceMs, reader.upToDate());
    },
    stop: async () => {
      await reader.stop();
      await rankingTurns.stop();
      await rankingThread.stop();
      await asideThread.stop();
      await similar.stop();
    },
  };
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), ms);
  await Promise.race([work, late.promise]);
  clearTimeout(timer);
}
