import type { Logger } from 'pino';
import { startClock } from '../clock/start-clock.ts';
import { remindDrafts } from '../conversation/remind-drafts.ts';
import type { Render } from '../delivery/depot.ts';
import type { Messenger } from '../delivery/messenger.ts';
import type { PacerLimits } from '../delivery/pacer-limits.ts';
import { startDelivery } from '../delivery/start-delivery.ts';
import { carryFixedCuts } from '../use-cases/cut/cut-next-round.ts';
import { findAddress } from '../use-cases/people/find-address.ts';
import { startNoticingDivergence } from '../use-cases/judging/follow-divergence.ts';
import { startFollowingInvitations } from '../use-cases/people/follow-invitations.ts';
import { startFollowingJudges } from '../use-cases/chasing/follow-judges.ts';
import { startFollowingNominations } from '../use-cases/submitting/follow-nominations.ts';
import { finishAssignments } from '../use-cases/rounds/assign-judges-apply.ts';
import { freezeClosedRounds } from '../use-cases/rounds/close-round-freeze.ts';
import { redrawOnRoundPassing } from '../use-cases/rounds/open-round-redraw.ts';
import { startKeepingThreads } from '../use-cases/judging/jury-threads.ts';
import { remindJudges } from '../use-cases/chasing/remind-judges.ts';
import type { World } from '../use-cases/world.ts';
import { busyPosts } from './busy-posts.ts';
import type { Views } from './keep-views.ts';
import type { Running } from './stop-all.ts';
import { stopAll } from './stop-all.ts';
import type { SendingWatch } from './watch-sending.ts';

export interface LeaderOptions {
  world: World;
  views: Views;
  messenger: Messenger;
  render: Render;
  /** How long to wait before believing that what is not there did not arrive. */
  settleMs: number;
  /** Whether this server still does it: asked before anything goes out. */
  mayGoOn: () => boolean;
  watch: SendingWatch;
  /** Its share of what Teams allows the app. */
  limits: PacerLimits;
  log: Logger;
}

/**
 * What one server does for all: what Teams counts must come from one place, and what looks at everything need not be
 * looked at twice. Done by two of them at once for a moment, it would do no harm; nor does beginning again.
 */
export function startLeaderWork(options: LeaderOptions): Running {
  const work: Running[] = [startTheClock(options), startSending(options), ...startFollowers(options)];
  return { stop: () => stopAll(work) };
}

function startTheClock({ world, views, log }: LeaderOptions): Running {
  return startClock({
    chores: [
      { name: 'reminders', run: () => remindDrafts(world, views.openDrafts.all()) },
      {
        name: 'judging reminders',
        run: async () => {
          if (views.waitingFor().length === 0) await remindJudges(world, views.contacts);
        },
      },
      { name: 'rounds', run: () => redrawOnRoundPassing(world) },
      { name: 'closings', run: () => freezeClosedRounds(world) },
      { name: 'cuts', run: () => carryFixedCuts(world) },
      { name: 'assignments', run: () => finishAssignments(world) },
    ],
    log,
  });
}

function startSending(options: LeaderOptions): Running {
  const { world, views, messenger, render, mayGoOn, watch, settleMs, limits, log } = options;
  const { store } = world;
  const delivery = startDelivery({
    store,
    messenger,
    render,
    addresses: { of: (destination) => findAddress(store, destination) },
    busy: busyPosts(views),
    timings: { settleMs, graceMs: Math.min(2_000, settleMs) },
    limits,
    mayGoOn,
    watch,
    log,
  });
  const leave = watch.follow(delivery);
  return {
    stop: async () => {
      leave();
      await delivery.stop();
    },
  };
}

/** They see the whole feed at each start: what they need to know stands in more than one partition. */
function startFollowers({ world, log }: LeaderOptions): Running[] {
  const { store } = world;
  return [
    startFollowingNominations({ store, log }),
    startFollowingInvitations(world, log),
    startFollowingJudges(world, log),
    startKeepingThreads({ store, log }),
    startNoticingDivergence(world, log),
  ];
}
