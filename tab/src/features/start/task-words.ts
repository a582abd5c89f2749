import type { StartTask } from '../../../../bot/http/contract/start.ts';
import type { TextValues } from '../../shared/language/text.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import type { TextKey } from './texts.ts';

/** What a task says, and where it leads. */
export interface TaskWords {
  title: string;
  hint: string;
  /** How much of it is done, from 0 to 1. */
  share?: number;
  ways: TaskWay[];
}

export interface TaskWay {
  text: string;
  href: string;
  /** Out of the tab. */
  leaves: boolean;
}

/** How to speak to this person. */
export interface TaskSpeech {
  say: (key: TextKey, values?: TextValues) => string;
  day: (at: string) => string;
  /** The last day before a closing moment. */
  lastDay: (closesAt: string) => string;
  /** The link to the chat. */
  chat: string;
}

type Of<Kind extends StartTask['kind']> = Extract<StartTask, { kind: Kind }>;

export function taskWords(speech: TaskSpeech, task: StartTask): TaskWords {
  const { say, day } = speech;
  switch (task.kind) {
    case 'judge':
      return judge(speech, task);
    case 'judge-later': {
      const values = { round: task.round.name, day: day(task.opensAt) };
      return { title: say('judge.later.title', values), hint: say('judge.later.hint'), ways: [] };
    }
    case 'late-judges':
      return lateJudges(speech, task);
    case 'soon':
      return soon(speech, task);
    case 'unbound-channels':
      return channels(speech, task);
    case 'cut':
      return cut(speech, task);
    case 'hand-in':
      return handIn(speech, task);
    case 'finish-draft':
      return finishDraft(speech, task);
    default:
      return task satisfies never;
  }
}

function judge({ say, lastDay }: TaskSpeech, { round, closesAt, all, done, left, next }: Of<'judge'>) {
  const values = { round: round.name, day: lastDay(closesAt), all, done, left };
  const list = within(say('judge.list'), hrefOf({ screen: 'score' }));
  if (next === undefined) {
    return { title: say('judge.done.title'), hint: say('judge.done.hint', values), ways: [list] };
  }
  const sheet = hrefOf({ screen: 'score', submissionId: next.id });
  return {
    title: say('judge.title', values),
    hint: say('judge.hint', values),
    share: done / all,
    ways: [within(say('judge.next', { title: next.title }), sheet), list],
  };
}

function lateJudges({ say, lastDay }: TaskSpeech, { round, closesAt, late, sheets }: Of<'late-judges'>) {
  return {
    title: say('late.title', { late }),
    hint: say('late.hint', { round: round.name, day: lastDay(closesAt), sheets }),
    ways: [within(say('late.action'), hrefOf({ screen: 'progress' }))],
  };
}

function soon({ say, day, lastDay }: TaskSpeech, { what, round, at }: Of<'soon'>) {
  const kind = round === undefined ? (`soon.${what}` as const) : (`soon.round.${what}` as const);
  const values = { round: round?.name ?? '', day: what === 'opens' ? day(at) : lastDay(at) };
  return {
    title: say(`${kind}.title`, values),
    hint: say(`${kind}.hint`),
    ways: [within(say('soon.action'), hrefOf({ screen: 'edition' }))],
  };
}

function channels({ say }: TaskSpeech, { jury, organisers }: Of<'unbound-channels'>) {
  const missing = [
    ...(jury.length > 0 ? [say('channels.jury', { names: jury.join(', ') })] : []),
    ...(organisers ? [say('channels.organisers')] : []),
  ];
  return { title: say('channels.title'), hint: [...missing, say('channels.hint')].join(' '), ways: [] };
}

function cut({ say }: TaskSpeech, { what, round, category }: Of<'cut'>) {
  const href = hrefOf({ screen: 'shortlist', categoryId: category.id });
  return {
    title: say(`cut.${what}.title`, { category: category.name }),
    hint: say(`cut.${what}.hint`, { round: round.name }),
    ways: [within(say('cut.action'), href)],
  };
}

function handIn({ say, lastDay, chat }: TaskSpeech, { closesAt }: Of<'hand-in'>) {
  const hint = say('handIn.hint', { day: lastDay(closesAt) });
  return { title: say('handIn.title'), hint, ways: [outside(say('start.chat'), chat)] };
}

function finishDraft({ say, lastDay, chat }: TaskSpeech, task: Of<'finish-draft'>) {
  const title = task.title === undefined ? say('draft.untitled') : `“${task.title}”`;
  return {
    title: say(task.changes ? 'draft.changes.title' : 'draft.title'),
    hint: say('draft.hint', { title, day: lastDay(task.closesAt) }),
    ways: [outside(say('draft.action'), chat)],
  };
}

function within(text: string, href: string): TaskWay {
  return { text, href, leaves: false };
}

function outside(text: string, href: string): TaskWay {
  return { text, href, leaves: true };
}
