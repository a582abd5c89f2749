import { closingText } from '../conversation/closing-text.ts';
import type { Edition } from '../domain/edition/edition.ts';
import { localText } from '../domain/edition/edition.ts';
import type { Language } from '../domain/person.ts';
import { momentText } from '../texts/dates.ts';
import type { TextKey } from '../texts/texts.ts';
import { speak, text } from '../texts/texts.ts';
import type { DeskChannel, DeskRound, DeskView } from '../use-cases/overview/view-desk.ts';
import type { Drawing } from './drawing.ts';
import { bareLine, plainLine } from './escape.ts';

/** Of a name that organisers gave: of the edition, a round or a category. */
export const deskNameShown = 80;

/** From where an organiser runs the edition: how it stands, and the way to everything else. */
export function deskDrawing(view: DeskView, language: Language, remark?: TextKey): Drawing {
  const say = speak(language);
  const title = say('desk.title');
  const lost = view.channels.filter(({ binding }) => binding?.state === 'lost');
  const values = {
    lang: language,
    fallbackText: title,
    title,
    edition: plainLine(view.edition.name, deskNameShown),
    remark: remark === undefined ? '' : say(remark),
    warnings: lost.map((channel) => ({ text: say('desk.lost', { name: channelName(channel, language) }) })),
    intake: intakeText(view, language),
    rounds: view.rounds.map((round) => roundValues(view.edition, round, language)),
    channelsLabel: say('desk.channels'),
    peopleLabel: say('desk.people'),
    lateLabel: say('desk.late'),
    refreshLabel: say('desk.refresh'),
  };
  return { template: 'desk', values, summary: title };
}

function intakeText({ edition, phase }: DeskView, language: Language): string {
  switch (phase) {
    case 'before':
      return text(language, 'desk.phase.before', {
        moment: momentText(language, edition.opensAt, edition.zone),
      });
    case 'open':
      return text(language, 'desk.phase.open', { closing: closingText(language, edition) });
    case 'closed':
      return text(language, 'desk.phase.closed');
    default:
      return phase satisfies never;
  }
}

function roundValues(edition: Edition, desk: DeskRound, language: Language) {
  const say = speak(language);
  const { id, name } = desk.round;
  const round = bareLine(localText(name, language), deskNameShown);
  return {
    id,
    name: plainLine(round, deskNameShown),
    when: roundWhen(edition, desk, language),
    counts: roundCounts(desk, language),
    roundLabel: say('desk.round'),
    roundHint: say('desk.round-of', { round }),
    assignmentLabel: say('desk.assignment'),
    assignmentHint: say('desk.assignment-of', { round }),
  };
}

/** Whether a round is open, and when it was or will be. */
export function roundWhen(
  { zone }: Pick<Edition, 'zone'>,
  { round, phase }: Pick<DeskRound, 'round' | 'phase'>,
  language: Language,
): string {
  const closing = closingText(language, { closesAt: round.closesAt, zone });
  switch (phase) {
    case 'before':
      return text(language, 'desk.round.before', {
        opens: momentText(language, round.opensAt, zone),
        closing,
      });
    case 'open':
      return text(language, 'desk.round.opened', { closing });
    case 'closed':
      return text(language, 'desk.round.closed', { moment: momentText(language, round.closesAt, zone) });
    default:
      return phase satisfies never;
  }
}

export function roundCounts({ submissions, sheets }: DeskRound, language: Language): string {
  return text(language, 'desk.round.counts', { submissions, ...sheets });
}

/** What a channel is for; safe to stand in a card, or with `bareLine` in a label. */
export function channelName(
  { use, category }: DeskChannel,
  language: Language,
  safely: (name: string, most: number) => string = plainLine,
): string {
  if (use.use === 'organisers') return text(language, 'desk.channels.organisers');
  if (category === undefined) return text(language, 'desk.channels.all');
  const name = safely(localText(category.name, language), deskNameShown);
  return text(language, 'desk.channels.category', { category: name });
}
