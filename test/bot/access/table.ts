import type { RoleName } from './cast.ts';
import { roleNames } from './cast.ts';

/**
 * Who may do what, to what, and when: all that is not in a row here has to be refused, without any effect.
 *
 * To add a door (a verb on a card, a route of the tab, a use case that is told who asks): give it a row, also when
 * nobody may pass it (`who: []`). What a tap or a request carries is in `doors.ts`.
 */

/** What a submission is to the person who is at the door. */
export const relations = ['own', 'partner', 'successor', 'self', 'nominated', 'other'] as const;
export type Relation = (typeof relations)[number];

/** Of the round; `closed` is before its sheets are frozen. */
export const states = ['before', 'open', 'closed', 'frozen'] as const;
export type State = (typeof states)[number];

interface Row {
  doors: readonly string[];
  who: readonly RoleName[];
  /** All of them unless told. */
  to?: readonly Relation[];
  /** In every state unless told. */
  when?: readonly State[];
  /** It is about no submission, so is tried once. */
  once?: true;
  /** Whether it changes what is kept of a submission, a question or an edition; it only shows unless told. */
  writes?: true;
}

const everybody = roleNames;
/** Who scores in this round and category. */
const judges: RoleName[] = [
  'juror',
  'scorer',
  'assessor',
  'chair and juror',
  'organiser and juror',
  'first organiser and juror',
];
const judgesElsewhere: RoleName[] = ['juror of another category', 'juror of another round'];
const organisers: RoleName[] = [
  'organiser',
  'organiser and juror',
  'first organiser by settings',
  'first organiser and juror',
];
/** Who leads and does not score: sees scores. */
const leaders: RoleName[] = ['chair', 'organiser', 'first organiser by settings'];
const leadersWhoJudge: RoleName[] = ['chair and juror', 'organiser and juror', 'first organiser and juror'];
/** Who has a place in the jury or leads. */
const inside: RoleName[] = [...new Set([...judges, ...judgesElsewhere, ...organisers, ...leaders])].concat([
  'chair of another category',
]);
const withoutConflict: Relation[] = ['nominated', 'other'];

const table: readonly Row[] = [
  // The jury's card.
  {
    doors: ['tap sheet.open', 'tap sheet.edit', 'tap sheet.abstain-open', 'tap sheet.abstain-undo'],
    who: judges,
    to: withoutConflict,
    when: ['open'],
  },
  {
    doors: [
      'tap sheet.save',
      'tap sheet.save-next',
      'tap sheet.hand-in',
      'tap sheet.abstain',
      'tap sheet.abstain-confirm',
    ],
    who: judges,
    to: withoutConflict,
    when: ['open'],
    writes: true,
  },
  { doors: ['tap sheet.refresh', 'tap sheet.close'], who: inside },

  // What a judge still has to do, and who of them is late.
  { doors: ['tap todo.list', 'tap todo.next'], who: [...judges, ...judgesElsewhere], once: true },
  { doors: ['tap todo.snooze'], who: [...judges, ...judgesElsewhere], once: true, when: ['open'] },
  { doors: ['tap late.list'], who: organisers, once: true },
  {
    doors: ['tap late.nudge', 'tap late.nudge-all'],
    who: organisers,
    once: true,
    when: ['open'],
    writes: true,
  },

  // People and their roles.
  {
    doors: [
      'tap people.list',
      'tap people.add',
      'tap people.view',
      'tap people.role',
      'tap people.take',
      'tap people.undo',
      'tap people.organisation',
      'tap people.invitations',
    ],
    who: organisers,
    once: true,
  },
  {
    doors: [
      'tap people.invite',
      'tap people.give',
      'tap people.take-now',
      'tap people.organise',
      'tap people.organise-as',
      'tap people.withdraw',
    ],
    who: organisers,
    once: true,
    writes: true,
  },
  // An organiser's desk.
  { doors: ['tap desk.open-round'], who: organisers, once: true, when: ['before'], writes: true },
  { doors: ['tap desk.close-round'], who: organisers, once: true, when: ['open'], writes: true },
  {
    doors: ['tap desk.reopen-round'],
    who: organisers,
    once: true,
    when: ['closed', 'frozen'],
    writes: true,
  },
  { doors: ['tap desk.place-anew', 'call askPostsAnew'], who: organisers, once: true, writes: true },
  {
    doors: [
      'tap desk.open',
      'tap desk.round',
      'tap desk.ask-open',
      'tap desk.ask-close',
      'tap desk.ask-reopen',
      'tap desk.open-round',
      'tap desk.close-round',
      'tap desk.reopen-round',
      'tap desk.assignment',
      'tap desk.assign',
      'tap desk.channels',
      'tap desk.ask-unbind',
      'tap desk.unbind',
      'tap desk.ask-anew',
      'call viewDesk',
      'call viewDeskRound',
      'call viewDeskChannels',
      'call unbindChannel',
      'call unbindHere',
    ],
    who: organisers,
    once: true,
  },

  // Of somebody's own.
  { doors: ['tap own.list', 'tap intake.own-submissions'], who: everybody, once: true },
  {
    doors: ['tap own.view', 'tap own.withdraw', 'tap own.restore', 'tap own.change'],
    who: everybody,
    to: ['self'],
  },
  { doors: ['tap own.withdraw-now'], who: everybody, to: ['self'], writes: true },
  { doors: ['tap intake.start', 'tap intake.continue'], who: everybody, once: true },
  /** On a draft; only drafts of somebody else are tried here. */
  {
    doors: [
      'tap intake.answer',
      'tap intake.back',
      'tap intake.stop',
      'tap intake.skip',
      'tap intake.change',
      'tap intake.hand-in',
      'tap intake.resume',
      'tap intake.start-over',
      'tap intake.delete',
      'tap intake.delete-confirm',
      'tap intake.keep',
      'tap intake.receipt',
      'tap own.leave',
      'dialog form.open',
      'dialog form.save',
      'dialog form.later',
    ],
    who: [],
  },

  // Nominations and questions.
  {
    doors: ['tap nomination.confirm', 'tap nomination.decline'],
    who: everybody,
    to: ['nominated'],
    writes: true,
  },
  { doors: ['tap question.ask'], who: everybody, once: true, writes: true },
  { doors: ['tap question.reply'], who: everybody, to: ['self'], writes: true },
  {
    doors: ['tap question.answer'],
    who: organisers,
    to: ['own', 'partner', 'successor', 'nominated', 'other'],
    writes: true,
  },

  // The tab.
  {
    doors: ['GET /api/tab/me', 'GET /api/tab/start', 'GET /api/tab/events'],
    who: everybody,
    once: true,
  },
  { doors: ['GET /api/tab/leaderboard', 'GET /api/tab/judges'], who: leaders, once: true },
  { doors: ['GET /api/tab/jury-room', 'call viewJuryRoom'], who: leaders, once: true },
  {
    doors: ['GET /api/tab/submissions/:id/sheets', 'call viewSheets'],
    who: leaders,
    to: withoutConflict,
  },
  {
    // Works for no municipality.
    doors: ['GET /api/tab/submissions/:id/sheets', 'call viewSheets'],
    who: ['first organiser by settings'],
    to: ['own', 'partner', 'successor'],
  },
  {
    doors: ['GET /api/tab/submissions/:id/sheets', 'call viewSheets'],
    who: leadersWhoJudge,
    to: withoutConflict,
    when: ['frozen'],
  },
  { doors: ['GET /api/tab/progress'], who: inside, once: true },
  /** Before a round is frozen there is nothing for who judges too. */
  { doors: ['GET /api/tab/cuts'], who: [...leaders, 'chair of another category'], once: true },
  { doors: ['GET /api/tab/cuts'], who: leadersWhoJudge, once: true, when: ['frozen'] },
  {
    doors: ['GET /api/tab/cut', 'GET /api/tab/cut/preview', 'GET /api/tab/cut/history'],
    ...{ who: leaders, once: true },
  },
  {
    doors: ['GET /api/tab/cut', 'GET /api/tab/cut/preview', 'GET /api/tab/cut/history'],
    ...{ who: leadersWhoJudge, once: true, when: ['frozen'] },
  },
  { doors: ['POST /api/tab/cut/change'], who: leaders, once: true, writes: true },
  { doors: ['POST /api/tab/cut/change'], who: leadersWhoJudge, once: true, when: ['frozen'], writes: true },
  /** On what is otherwise than it was seen: nothing is done, and what is there now is shown. */
  { doors: ['POST /api/tab/cut/propose'], who: leaders, once: true },
  { doors: ['POST /api/tab/cut/propose'], who: leadersWhoJudge, once: true, when: ['frozen'] },
  { doors: ['GET /api/tab/feedback'], who: organisers, once: true, when: ['frozen'] },
  { doors: ['GET /api/tab/feedback/:id'], who: organisers, when: ['frozen'] },
  { doors: ['POST /api/tab/feedback/:id'], who: organisers, when: ['frozen'], writes: true },
  { doors: ['POST /api/tab/feedback/all'], who: organisers, once: true, when: ['frozen'], writes: true },
  /** Nothing was proposed. */
  { doors: ['POST /api/tab/cut/fix'], who: [] },
  {
    doors: ['GET /api/tab/progress/judges'],
    who: [...leaders, ...leadersWhoJudge, 'chair of another category'],
    once: true,
  },
  { doors: ['GET /api/tab/progress/entries', 'call viewEntries'], who: organisers, once: true },
  { doors: ['POST /api/tab/progress/nudge'], who: organisers, once: true, when: ['open'], writes: true },
  /** Without names for who sees the cut; with names never for who judges. */
  {
    doors: ['GET /api/tab/export', 'GET /api/tab/export?names=yes'],
    who: [...leaders, 'chair of another category'],
    once: true,
  },
  { doors: ['GET /api/tab/export'], who: leadersWhoJudge, once: true, when: ['frozen'] },
  { doors: ['GET /api/tab/judging', 'call viewJudgeList'], who: [...judges, ...judgesElsewhere], once: true },
  {
    doors: ['GET /api/tab/submissions/:id/sheet', 'call viewJudging'],
    ...{ who: judges, to: withoutConflict, when: ['open'] },
  },
  {
    doors: [
      'POST /api/tab/submissions/:id/sheet',
      'POST /api/tab/submissions/:id/abstention',
      'call writeJudging',
      'call changeAbstention',
    ],
    ...{ who: judges, to: withoutConflict, when: ['open'], writes: true },
  },
  { doors: ['GET /api/tab/submissions', 'GET /api/tab/submissions/places'], who: inside, once: true },
  /** Of what they may not see it only says that it is not in their list. */
  { doors: ['GET /api/tab/submissions/:id/place'], who: inside },
  {
    doors: ['GET /api/tab/submissions/:id', 'GET /api/tab/submissions/:id/history'],
    who: everybody,
    to: ['self'],
  },
  { doors: ['GET /api/tab/submissions/:id'], who: leaders },
  { doors: ['GET /api/tab/submissions/:id/history'], who: ['organiser', 'first organiser by settings'] },
  {
    doors: ['GET /api/tab/submissions/:id'],
    who: [...judges, 'juror of another round'],
    to: withoutConflict,
  },

  // Nobody here has handed in a sheet of their own yet, and nobody reads along with what they handed in.
  {
    doors: ['GET /api/tab/submissions/:id/discussion', 'call viewDiscussion'],
    who: leaders,
    to: ['own', 'partner', 'successor', 'nominated', 'other'],
  },

  // Setting up editions.
  {
    doors: [
      'GET /api/tab/editions',
      'GET /api/tab/editions/:id',
      'GET /api/tab/channels',
      'GET /api/tab/editions/:id/people',
      'GET /api/tab/editions/:id/plan',
      'GET /api/tab/editions/:id/preview',
      'POST /api/tab/editions/:id/discard',
      'call discardEditionDraft',
      'call loadWritten',
      'call viewEditionDraft',
      'call viewEditionPlan',
      'call viewEditions',
    ],
    who: organisers,
    once: true,
  },
  {
    doors: [
      'POST /api/tab/editions/start',
      'POST /api/tab/editions/:id/people',
      'POST /api/tab/editions/:id/save',
      'call startEdition',
      'call saveEditionPart',
    ],
    who: organisers,
    once: true,
    writes: true,
  },
  /** What is not there yet: nothing was written, and no other edition runs. */
  { doors: ['POST /api/tab/editions/:id/put', 'call putEditionDraft'], who: organisers, once: true },
  { doors: ['POST /api/tab/editions/:id/undo', 'call undoPutEdition'], who: [], once: true },
  { doors: ['POST /api/tab/editions/:id/run', 'call runWrittenEdition'], who: organisers, once: true },

  // Use cases, as whatever door will call them.
  { doors: ['call viewOwnSheet'], who: judges, to: withoutConflict, when: ['open'] },
  { doors: ['call viewOwnAbstention'], who: judges, to: withoutConflict, when: ['open'] },
  { doors: ['call undoAbstention'], who: judges, to: withoutConflict, when: ['open'] },
  {
    doors: ['call writeSheet', 'call abstain'],
    who: judges,
    to: withoutConflict,
    when: ['open'],
    writes: true,
  },
  { doors: ['call viewJuryPostAs'], who: inside },
  { doors: ['call viewTodo', 'call viewNextSheet'], who: [...judges, ...judgesElsewhere], once: true },
  { doors: ['call snoozeReminders'], who: [...judges, ...judgesElsewhere], once: true, when: ['open'] },
  { doors: ['call viewProgress'], who: inside, once: true },
  { doors: ['call viewLeaderboard', 'call viewJudges'], who: leaders, once: true },
  { doors: ['call viewMe', 'call viewStart'], who: everybody, once: true },
  { doors: ['call viewSubmissionList', 'call viewListPlaces'], who: inside, once: true },
  { doors: ['call viewPlaceInList'], who: inside },
  {
    doors: ['call viewSubmission', 'call viewSubmissionPage', 'call viewSubmissionHistory'],
    who: everybody,
    to: ['self'],
  },
  { doors: ['call viewSubmission', 'call viewSubmissionPage'], who: leaders },
  {
    doors: ['call viewSubmission', 'call viewSubmissionPage'],
    who: [...judges, 'juror of another round'],
    to: withoutConflict,
  },
  { doors: ['call viewSubmissionHistory'], who: ['organiser', 'first organiser by settings'] },
  { doors: ['call openRound'], who: organisers, once: true, when: ['before'], writes: true },
  { doors: ['call openRound'], who: organisers, once: true, when: ['open'] },
  { doors: ['call closeRound'], who: organisers, once: true, when: ['open'], writes: true },
  { doors: ['call closeRound'], who: organisers, once: true, when: ['closed', 'frozen'] },
  { doors: ['call reopenRound'], who: organisers, once: true, when: ['closed', 'frozen'], writes: true },
  { doors: ['call previewAssignment'], who: organisers, once: true, when: ['before', 'open'] },
  { doors: ['call applyAssignment'], who: organisers, once: true, when: ['before', 'open'] },
  {
    doors: [
      ...['call viewCut', 'call proposeCut', 'call exportRound'],
      ...['call previewCutRule', 'call viewCutHistory', 'call viewCuts'],
    ],
    ...{ who: leaders, once: true },
  },
  {
    doors: [
      ...['call viewCut', 'call proposeCut', 'call exportRound'],
      ...['call previewCutRule', 'call viewCutHistory', 'call viewCuts'],
    ],
    ...{ who: leadersWhoJudge, once: true, when: ['frozen'] },
  },
  { doors: ['call viewCuts'], who: ['chair of another category'], once: true },
  { doors: ['call viewFeedbackList'], who: organisers, once: true, when: ['frozen'] },
  { doors: ['call feedbackForAll'], who: organisers, once: true, when: ['frozen'], writes: true },
  { doors: ['call viewFeedbackWork'], who: organisers, when: ['frozen'] },
  { doors: ['call exportRound'], who: ['chair of another category'], once: true },
  { doors: ['call changeCut'], who: leaders, once: true, writes: true },
  { doors: ['call changeCut'], who: leadersWhoJudge, once: true, when: ['frozen'], writes: true },
  { doors: ['call viewFeedback'], who: organisers, when: ['frozen'] },
  { doors: ['call draftFeedback'], who: organisers, when: ['frozen'], writes: true },
  /** On what is not there yet: nothing was proposed or drafted. */
  {
    doors: ['call fixCut', 'call editFeedback', 'call approveFeedback', 'call sendFeedback'],
    who: [],
  },
  { doors: ['call bindChannel'], who: organisers, once: true, writes: true },
];

export const doorsInTable: readonly string[] = [...new Set(table.flatMap(({ doors }) => doors))].sort();

/** What a door is tried on. */
export function relationsOf(door: string): readonly Relation[] {
  const isOnce = table.some(({ doors, once }) => once && doors.includes(door));
  return isOnce ? ['other'] : relations;
}

export type Outcome = 'refused' | 'shows' | 'writes';

export function expected(door: string, who: RoleName, to: Relation, when: State): Outcome {
  const row = table.find(
    (each) =>
      each.doors.includes(door) &&
      each.who.includes(who) &&
      (each.to ?? relations).includes(to) &&
      (each.when ?? states).includes(when),
  );
  if (row === undefined) return 'refused';
  return row.writes ? 'writes' : 'shows';
}
