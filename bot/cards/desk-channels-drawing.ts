import type { ChannelBinding } from '../domain/edition/edition-role.ts';
import { localText } from '../domain/edition/edition.ts';
import type { Language } from '../domain/person.ts';
import { momentText } from '../texts/dates.ts';
import type { TextKey } from '../texts/texts.ts';
import { speak } from '../texts/texts.ts';
import { turnOf } from '../use-cases/channels/bind-channel.ts';
import type { DeskChannel, DeskChannelsView } from '../use-cases/overview/view-desk.ts';
import { channelName, deskNameShown } from './desk-drawing.ts';
import type { Drawing } from './drawing.ts';
import { bareLine, plainLine } from './escape.ts';

export interface ChannelsAside {
  /** Whether to unbind this one, by its id; or to place posts anew. */
  asking?: { unbind: string } | 'anew';
  remark?: TextKey;
}

/** Which channel is what to the edition, and the question whether to end that. */
export function deskChannelsDrawing(
  view: DeskChannelsView,
  language: Language,
  { asking, remark }: ChannelsAside = {},
): Drawing {
  const say = speak(language);
  const title = say('desk.channels');
  const ending =
    typeof asking === 'object' ? view.channels.find(({ id }) => id === asking.unbind) : undefined;
  const isAsked = ending !== undefined || asking === 'anew';
  const [first] = view.edition.categories;
  const example = first === undefined ? '' : plainLine(localText(first.name, language), deskNameShown);
  const values = {
    lang: language,
    fallbackText: title,
    title,
    remark: remark === undefined ? '' : say(remark),
    asking: questionText(ending, asking === 'anew', language),
    channels: isAsked ? [] : view.channels.map((channel) => channelValues(view, channel, language)),
    how: say('desk.channels.how', { example }),
    doUnbindLabel: ending === undefined ? '' : say('desk.channels.unbind.do'),
    ...{ channel: ending?.id ?? '', turn: ending?.binding === undefined ? 0 : turnOf(ending.binding) },
    askAnewLabel: isAsked ? '' : say('desk.channels.anew'),
    doAnewLabel: asking === 'anew' ? say('desk.channels.anew.do') : '',
    asked: view.askedAnew,
    cancelLabel: isAsked ? say('desk.cancel') : '',
    backLabel: isAsked ? '' : say('desk.back'),
  };
  return { template: 'desk-channels', values, summary: title };
}

function questionText(ending: DeskChannel | undefined, isAnew: boolean, language: Language): string {
  const say = speak(language);
  if (isAnew) return say('desk.channels.anew.ask');
  return ending === undefined ? '' : say('desk.channels.unbind.ask', { name: channelName(ending, language) });
}

function channelValues({ edition }: DeskChannelsView, channel: DeskChannel, language: Language) {
  const say = speak(language);
  const name = channelName(channel, language);
  const { binding } = channel;
  const isOn = binding !== undefined && binding.state !== 'unbound';
  return {
    id: channel.id,
    name,
    state: stateText(channel, edition.zone, language),
    openLabel: say('desk.channels.open'),
    link: binding !== undefined && binding.state === undefined ? linkTo(binding) : '',
    unbindLabel: isOn ? say('desk.channels.unbind') : '',
    unbindHint: say('desk.channels.unbind-of', { name: channelName(channel, language, bareLine) }),
  };
}

function stateText({ binding, use }: DeskChannel, zone: string, language: Language): string {
  const say = speak(language);
  if (binding === undefined || binding.state === 'unbound') {
    const isOwn = use.use === 'jury' && use.categoryId !== undefined;
    return say(isOwn ? 'desk.channels.none-own' : 'desk.channels.none');
  }
  if (binding.state === 'lost') return say('desk.channels.lost');
  const { since } = binding;
  if (since === undefined) return say('desk.channels.bound');
  return say('desk.channels.bound-since', { moment: momentText(language, since, zone) });
}

/** Source: learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams */
function linkTo({ conversationId, tenantId, teamId }: ChannelBinding): string {
  if (teamId === undefined) return '';
  const query = new URLSearchParams({ groupId: teamId, tenantId });
  return `https://teams.microsoft.com/l/channel/${encodeURIComponent(conversationId)}/jury?${query.toString()}`;
}
