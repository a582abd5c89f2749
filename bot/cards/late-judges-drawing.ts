import { closingText } from '../conversation/closing-text.ts';
import { namesText } from '../conversation/names-text.ts';
import { dayInZone } from '../domain/day-in-zone.ts';
import { localText } from '../domain/edition/edition.ts';
import type { Language } from '../domain/person.ts';
import { dayText, momentText } from '../texts/dates.ts';
import { speak } from '../texts/texts.ts';
import type { Nudged } from '../use-cases/chasing/nudge-judges.ts';
import type { LateJudge, LateView } from '../use-cases/chasing/view-late.ts';
import type { Drawing } from './drawing.ts';
import { bareLine, plainLine } from './escape.ts';

const onePage = 6;
const nameShown = 80;
const roundShown = 60;
/** Names in one sentence. */
const mostNamed = 10;

export interface LateDrawing {
  page?: number;
  /** What became of a reminder that was asked for just now. */
  nudged?: readonly Nudged[];
}

/** Which judges still have something to do, for an organiser: how much, and never what or how they scored. */
export function lateJudgesDrawing(
  view: LateView,
  language: Language,
  { page = 0, nudged = [] }: LateDrawing = {},
): Drawing {
  const say = speak(language);
  const { late } = view;
  const begin = page * onePage < late.length ? page * onePage : 0;
  const lines = late.slice(begin, begin + onePage);
  const title = titleText(view, language);
  const values = {
    lang: language,
    fallbackText: title,
    title,
    text: explanation(view, language),
    notices: outcomeTexts(view, nudged, language).map((notice) => ({ notice })),
    lines: lines.map((line) => lineOf(view, line, language, begin / onePage)),
    shown:
      late.length > onePage
        ? say('late.shown', { from: begin + 1, to: begin + lines.length, count: late.length })
        : '',
    asked: view.asked,
    page: begin / onePage,
    nudgeAllLabel: late.some(({ reach }) => reach.kind === 'ready') ? say('late.nudge-all') : '',
    firstLabel: begin > 0 ? say('todo.first') : '',
    moreLabel: begin + onePage < late.length ? say('todo.more') : '',
    nextPage: begin / onePage + 1,
    refreshLabel: say('late.refresh'),
  };
  return { template: 'late-judges', values, summary: title };
}

function titleText({ late, judges, round, roundPhase }: LateView, language: Language): string {
  const say = speak(language);
  const name = plainLine(localText(round.name, language), roundShown);
  if (roundPhase === 'before') return say('todo.title.before', { round: name });
  if (roundPhase === 'closed') return say('todo.title.closed', { round: name });
  return late.length === 0 ? say('late.title.none') : say('late.title', { late: late.length, judges });
}

function explanation({ round, edition, roundPhase }: LateView, language: Language): string {
  const { zone } = edition;
  const say = speak(language);
  if (roundPhase === 'before')
    return say('late.text.before', { moment: momentText(language, round.opensAt, zone) });
  if (roundPhase === 'closed') return say('late.text.closed');
  return say('late.text', { closing: closingText(language, { closesAt: round.closesAt, zone }) });
}

function lineOf(view: LateView, late: LateJudge, language: Language, page: number) {
  const say = speak(language);
  const { judge, name, all, left, lastJudgedAt, reach } = late;
  const { zone } = view.edition;
  return {
    ...{ judge, page },
    asked: view.asked,
    name: plainLine(name, nameShown),
    left: say('late.left', { left, all }),
    seen:
      lastJudgedAt === undefined
        ? say('late.never')
        : say('late.seen', { day: dayText(language, dayInZone(lastJudgedAt, zone)) }),
    reach: reachText(late, language, zone),
    nudgeLabel: reach.kind === 'ready' ? say('late.nudge') : '',
    nudgeHint: say('late.nudge-one', { name: bareLine(name, nameShown) }),
  };
}

function reachText({ reach }: LateJudge, language: Language, zone: string): string {
  const say = speak(language);
  switch (reach.kind) {
    case 'ready':
      return '';
    case 'planned':
      return say('late.reach.planned', { moment: momentText(language, reach.at, zone) });
    case 'reminded-today':
    case 'off':
    case 'unreachable':
      return say(`late.reach.${reach.kind}`);
    default:
      return reach satisfies never;
  }
}

/** A sentence for each thing that became of it, with who it is about. */
function outcomeTexts({ edition }: LateView, nudged: readonly Nudged[], language: Language): string[] {
  const say = speak(language);
  const byKind = Map.groupBy(nudged, ({ outcome }) => outcome.kind);
  return (['sent', 'planned', 'reminded-today', 'done', 'off', 'unreachable'] as const).flatMap((kind) => {
    const those = byKind.get(kind) ?? [];
    const [first] = those;
    if (first === undefined) return [];
    const names = namesOf(those, language);
    return first.outcome.kind === 'planned'
      ? say('late.nudged.planned', { names, moment: momentText(language, first.outcome.at, edition.zone) })
      : say(`late.nudged.${first.outcome.kind}`, { names });
  });
}

function namesOf(nudged: readonly Nudged[], language: Language): string {
  const names = nudged.slice(0, mostNamed).map(({ name }) => plainLine(name, nameShown));
  const more = nudged.length - names.length;
  const others = more > 0 ? [speak(language)('late.others', { count: more })] : [];
  return namesText(language, [...names, ...others]);
}
