import type { JuryChannel } from '../domain/edition/edition-role.ts';
import type { Category, Edition } from '../domain/edition/edition.ts';
import { localText } from '../domain/edition/edition.ts';
import type { Language } from '../domain/person.ts';
import type { TextKey, TextValues } from '../texts/texts.ts';
import { answerInThread, channelOf } from '../use-cases/questions/answer-mention.ts';
import { askPostsAnew } from '../use-cases/channels/ask-posts-anew.ts';
import type { ChannelUse } from '../use-cases/channels/bind-channel.ts';
import { bindChannel, editionToOrganise } from '../use-cases/channels/bind-channel.ts';
import { noticePlace } from '../use-cases/channels/lose-channel.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import { unbindHere } from '../use-cases/channels/unbind-channel.ts';
import type { World } from '../use-cases/world.ts';
import type { Mentioned } from './inbound-event.ts';
import { namesText } from './names-text.ts';
import type { ChannelWish } from './reading/read-channel-use.ts';
import { readOption } from './reading/read-option.ts';

interface Answer {
  text: TextKey;
  values?: TextValues;
}

/** Does what an organiser says a channel is for, and says so; anybody else hears that it is not for them. */
export async function hearChannelWish(world: World, event: Mentioned, wish: ChannelWish): Promise<void> {
  await answerInThread(world.store, event, await answerTo(world, event, wish));
}

async function answerTo(world: World, event: Mentioned, wish: ChannelWish): Promise<Answer> {
  try {
    return await carryOut(world, event, wish);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { text: `refusal.${error.code}` };
  }
}

async function carryOut(world: World, event: Mentioned, wish: ChannelWish): Promise<Answer> {
  const { person } = event;
  const edition = await editionToOrganise(world, person);
  if (wish.kind === 'place-anew') {
    await askPostsAnew(world, person, event.key);
    return { text: 'mention.placed-anew' };
  }
  const meant = useOf(edition, wish, person.language);
  if ('text' in meant) return meant;
  const { use, category } = meant;
  if (wish.kind === 'unbind') {
    const ended = await unbindHere(world, person, channelOf(event.thread.conversationId), use);
    return { text: ended.length > 0 ? 'mention.unbound' : 'mention.not-bound' };
  }
  if (use === undefined) return { text: 'mention.elsewhere' };
  const channel = channelHere(event);
  await bindChannel(world, person, use, channel);
  await findAgain(world, event, channel);
  if (use.use === 'organisers') return { text: 'mention.bound.organisers' };
  return category === undefined
    ? { text: 'mention.bound.jury' }
    : { text: 'mention.bound.category', values: { category: localText(category.name, person.language) } };
}

/** Who hears of it is in the channel: whatever else it was to the edition when it was lost, it is again. */
async function findAgain(world: World, { at }: Mentioned, channel: JuryChannel): Promise<void> {
  const place = { tenantId: channel.tenantId, channelId: channel.conversationId };
  await noticePlace(world, { place, change: 'back', happenedAt: at, at });
}

function channelHere({ thread, teamsTeamId }: Mentioned): JuryChannel {
  const { serviceUrl, conversationId, tenantId, teamId } = thread;
  return {
    ...{ serviceUrl, conversationId: channelOf(conversationId), tenantId },
    ...(teamId !== undefined && { teamId }),
    ...(teamsTeamId !== undefined && { teamsTeamId }),
  };
}

/** @returns what was meant, or the question that makes that clear */
function useOf(
  { categories }: Edition,
  wish: Exclude<ChannelWish, { kind: 'place-anew' }>,
  language: Language,
): { use?: ChannelUse; category?: Category } | Answer {
  if (wish.use === undefined) return {};
  if (wish.use === 'organisers') return { use: { use: 'organisers' } };
  if (wish.category === undefined) return { use: { use: 'jury' } };
  const found = readOption(
    wish.category,
    categories.map(({ id, name }) => ({ value: id, names: [id, ...Object.values(name)] })),
  );
  const meant = categories.filter(({ id }) => found.includes(id));
  const [category] = meant;
  if (category !== undefined && meant.length === 1)
    return { use: { use: 'jury', categoryId: category.id }, category };
  const names = (meant.length > 0 ? meant : categories).map(({ name }) => localText(name, language));
  const values = { categories: namesText(language, names), example: names[0] ?? '' };
  return { text: 'mention.which-category', values };
}
