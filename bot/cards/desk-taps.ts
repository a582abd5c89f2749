import { z } from 'zod';
import type { Tapped, TapReply } from '../conversation/inbound-event.ts';
import type { RoundId } from '../domain/edition/edition.ts';
import { closingIn, isLocalMoment } from '../domain/edition/local-moment.ts';
import { text } from '../texts/texts.ts';
import { askPostsAnew } from '../use-cases/channels/ask-posts-anew.ts';
import type { RoundCommand, RoundOutcome } from '../use-cases/rounds/open-round.ts';
import { closeRound, openRound, reopenRound } from '../use-cases/rounds/open-round.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import { unbindChannel } from '../use-cases/channels/unbind-channel.ts';
import { viewDesk, viewDeskChannels, viewDeskRound } from '../use-cases/overview/view-desk.ts';
import type { World } from '../use-cases/world.ts';
import { tapAssign, tapAssignment } from './desk-assignment-taps.ts';
import { deskChannelsDrawing, type ChannelsAside } from './desk-channels-drawing.ts';
import { deskDrawing } from './desk-drawing.ts';
import { deskRoundDrawing, type RoundAside } from './desk-round-drawing.ts';
import { cardOf, channelId, moment, readTap, roundId, seen } from './desk-tap-data.ts';

type Handle = (world: World, event: Tapped) => Promise<TapReply>;

const verbs: Partial<Record<string, Handle>> = {
  'desk.open': async (world, { person }) =>
    cardOf(deskDrawing(await viewDesk(world, person), person.language)),
  'desk.round': (world, event) => showRound(world, event, readTap(ofRound, event).round),
  'desk.ask-open': (world, event) => askRound(world, event, 'open'),
  'desk.ask-close': (world, event) => askRound(world, event, 'close'),
  'desk.ask-reopen': askReopen,
  'desk.open-round': (world, event) => turn(world, event, openRound, 'desk.round.done.open'),
  'desk.close-round': (world, event) => turn(world, event, closeRound, 'desk.round.done.close'),
  'desk.reopen-round': tapReopen,
  'desk.assignment': tapAssignment,
  'desk.assign': tapAssign,
  'desk.channels': (world, event) => showChannels(world, event),
  'desk.ask-unbind': (world, event) =>
    showChannels(world, event, { asking: { unbind: readTap(ofChannel, event).channel } }),
  'desk.unbind': tapUnbind,
  'desk.ask-anew': (world, event) => showChannels(world, event, { asking: 'anew' }),
  'desk.place-anew': tapPlaceAnew,
};

const ofRound = z.object({ round: roundId });
const ofChannel = z.object({ channel: channelId });
const turned = z.object({ round: roundId, seen });
const typed = z.string().max(20).default('');

export const deskVerbs = Object.keys(verbs);

/** Answers taps at the desk: each loads and asks again, and what was received first counts. */
export function createDeskTaps(world: World): (event: Tapped) => Promise<TapReply> {
  return async (event) => {
    try {
      return await (verbs[event.verb]?.(world, event) ?? Promise.reject(new RefusedError('malformed')));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      const sentence = text(event.person.language, `refusal.${error.code}`);
      return { kind: 'error', code: error.code, text: sentence };
    }
  };
}

async function showRound(
  world: World,
  { person }: Tapped,
  round: RoundId,
  aside: RoundAside = {},
): Promise<TapReply> {
  return cardOf(deskRoundDrawing(await viewDeskRound(world, person, round), person.language, aside));
}

/** Asks first, unless it is so already. */
async function askRound(world: World, event: Tapped, act: 'open' | 'close'): Promise<TapReply> {
  const { round } = readTap(ofRound, event);
  const { phase } = await viewDeskRound(world, event.person, round);
  const isDue = phase === (act === 'open' ? 'before' : 'open');
  return showRound(world, event, round, isDue ? { asking: { act } } : {});
}

async function askReopen(world: World, event: Tapped): Promise<TapReply> {
  const filled = readTap(z.object({ round: roundId, untilDay: typed, untilTime: typed }), event);
  const { round, untilDay, untilTime } = filled;
  const { edition, phase } = await viewDeskRound(world, event.person, round);
  if (phase !== 'closed') return showRound(world, event, round);
  const written = untilTime === '' ? untilDay : `${untilDay}T${untilTime}`;
  const until = isLocalMoment(written) ? closingIn(edition.zone, written).at : '';
  if (until <= event.at) return showRound(world, event, round, { remark: 'desk.round.reopen.when' });
  return showRound(world, event, round, { asking: { act: 'reopen', until } });
}

async function turn(
  world: World,
  event: Tapped,
  command: (world: World, person: Tapped['person'], command: RoundCommand) => Promise<RoundOutcome>,
  done: 'desk.round.done.open' | 'desk.round.done.close' | 'desk.round.done.reopen',
): Promise<TapReply> {
  const { round, seen: basedOn } = readTap(turned, event);
  const { edition } = await viewDeskRound(world, event.person, round);
  try {
    const about = { editionId: edition.id, roundId: round, receivedAt: event.at, basedOn };
    await command(world, event.person, about);
    return await showRound(world, event, round, { remark: done });
  } catch (error) {
    if (!(error instanceof RefusedError) || !isAside(error.code)) throw error;
    return showRound(world, event, round, { remark: `refusal.${error.code}` });
  }
}

/** What can be said beside the round as it stands. */
function isAside(
  code: RefusedError['code'],
): code is 'changed-meanwhile' | 'bad-moment' | 'round-closed' | 'round-not-open' {
  return ['changed-meanwhile', 'bad-moment', 'round-closed', 'round-not-open'].includes(code);
}

async function tapReopen(world: World, event: Tapped): Promise<TapReply> {
  const { until } = readTap(z.object({ until: moment }), event);
  return turn(
    world,
    event,
    (place, person, command) => reopenRound(place, person, { ...command, until }),
    'desk.round.done.reopen',
  );
}

async function showChannels(world: World, { person }: Tapped, aside: ChannelsAside = {}): Promise<TapReply> {
  return cardOf(deskChannelsDrawing(await viewDeskChannels(world, person), person.language, aside));
}

async function tapUnbind(world: World, event: Tapped): Promise<TapReply> {
  const { channel, turn: basedOn } = readTap(ofChannel.extend({ turn: z.coerce.number().int() }), event);
  try {
    await unbindChannel(world, event.person, channel, basedOn);
    return await showChannels(world, event, { remark: 'desk.channels.unbound' });
  } catch (error) {
    if (!(error instanceof RefusedError) || error.code !== 'changed-meanwhile') throw error;
    return showChannels(world, event, { remark: 'refusal.changed-meanwhile' });
  }
}

/** The same card asks once: the number that it was drawn with is part of the deed. */
async function tapPlaceAnew(world: World, event: Tapped): Promise<TapReply> {
  const { asked } = readTap(z.object({ asked: z.coerce.number().int().min(0) }), event);
  await askPostsAnew(world, event.person, `desk-${String(asked)}`);
  return showChannels(world, event, { remark: 'mention.placed-anew' });
}
