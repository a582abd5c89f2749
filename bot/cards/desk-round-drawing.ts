import { Temporal } from 'temporal-polyfill';
import { closingText } from '../conversation/closing-text.ts';
import { localText } from '../domain/edition/edition.ts';
import type { Instant } from '../domain/instant.ts';
import type { Language } from '../domain/person.ts';
import { momentText } from '../texts/dates.ts';
import type { Speak, TextKey } from '../texts/texts.ts';
import { speak } from '../texts/texts.ts';
import type { DeskRoundView } from '../use-cases/overview/view-desk.ts';
import { deskNameShown, roundCounts, roundWhen } from './desk-drawing.ts';
import type { Drawing } from './drawing.ts';
import { bareLine, plainLine } from './escape.ts';

/** What an organiser is asked before it is done. */
type RoundQuestion = { act: 'open' | 'close' } | { act: 'reopen'; until: Instant };

export interface RoundAside {
  asking?: RoundQuestion;
  remark?: TextKey;
}

/** A round: whether it is open, and what can be done about that, or the question whether to do it. */
export function deskRoundDrawing(
  view: DeskRoundView,
  language: Language,
  { asking, remark }: RoundAside = {},
): Drawing {
  const { edition, round, phase } = view;
  const say = speak(language);
  const title = localText(round.name, language);
  const reopens = asking === undefined && phase === 'closed';
  const values = {
    lang: language,
    fallbackText: bareLine(title, deskNameShown),
    title: plainLine(title, deskNameShown),
    remark: remark === undefined ? '' : say(remark),
    when: roundWhen(edition, view, language),
    counts: roundCounts(view, language),
    asking: asking === undefined ? '' : questionText(view, asking, language),
    reopens,
    reopenText: say('desk.round.reopen.text'),
    ...{ dayLabel: say('desk.round.reopen.day'), timeLabel: say('desk.round.reopen.time') },
    ...untilProposed(view),
    ...actLabels(say, asking === undefined ? phase : undefined),
    ...doLabels(say, asking),
    round: round.id,
    seen: seenOf(round),
    until: asking?.act === 'reopen' ? asking.until : '',
    cancelLabel: asking === undefined ? '' : say('desk.cancel'),
    backLabel: asking === undefined ? say('desk.back') : '',
  };
  return { template: 'desk-round', values, summary: bareLine(title, deskNameShown) };
}

/** How it stood when the card was drawn: another opening or closing is another. */
function seenOf({ opensAt, closesAt }: { opensAt: Instant; closesAt: Instant }): string {
  return `${opensAt}_${closesAt}`;
}

function actLabels(say: Speak, phase: DeskRoundView['phase'] | undefined) {
  return {
    openLabel: phase === 'before' ? say('desk.round.open') : '',
    closeLabel: phase === 'open' ? say('desk.round.close') : '',
    reopenLabel: phase === 'closed' ? say('desk.round.reopen') : '',
  };
}

function doLabels(say: Speak, asking: RoundQuestion | undefined) {
  return {
    doOpenLabel: asking?.act === 'open' ? say('desk.round.open.do') : '',
    doCloseLabel: asking?.act === 'close' ? say('desk.round.close.do') : '',
    doReopenLabel: asking?.act === 'reopen' ? say('desk.round.reopen.do') : '',
  };
}

function questionText(
  { edition: { zone }, round, sheets }: DeskRoundView,
  asking: RoundQuestion,
  language: Language,
): string {
  const say = speak(language);
  switch (asking.act) {
    case 'open':
      return say('desk.round.open.ask', { moment: momentText(language, round.opensAt, zone) });
    case 'close':
      return say('desk.round.close.ask', { moment: momentText(language, round.closesAt, zone), ...sheets });
    case 'reopen':
      return say('desk.round.reopen.ask', {
        closing: closingText(language, { closesAt: asking.until, zone }),
      });
    default:
      return asking satisfies never;
  }
}

/** A week from now, at the time at which it closed. */
function untilProposed({ edition, round, now }: DeskRoundView): { untilDay: string; untilTime: string } {
  const closed = Temporal.Instant.from(round.closesAt).toZonedDateTimeISO(edition.zone);
  const day = Temporal.Instant.from(now).toZonedDateTimeISO(edition.zone).toPlainDate().add({ days: 7 });
  const time = closed.toPlainTime().toString({ smallestUnit: 'minute' });
  return { untilDay: day.toString(), untilTime: time };
}
