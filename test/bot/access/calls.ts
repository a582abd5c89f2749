import { createEditionDesk } from '../../../bot/commands/edition-desk.ts';
import { hashOf } from '../../../bot/use-cases/rounds/close-round-hash.ts';
import {
  discardEditionDraft,
  loadWritten,
  saveEditionPart,
} from '../../../bot/use-cases/editions/edition-draft.ts';
import { viewEditionPlan } from '../../../bot/use-cases/editions/edition-plan.ts';
import {
  putEditionDraft,
  runWrittenEdition,
  undoPutEdition,
} from '../../../bot/use-cases/editions/put-edition-draft.ts';
import { startEdition } from '../../../bot/use-cases/editions/start-edition.ts';
import { viewEditionDraft } from '../../../bot/use-cases/editions/view-edition-draft.ts';
import { viewEditions } from '../../../bot/use-cases/editions/view-editions.ts';
import { feedbackWords } from '../../../bot/conversation/feedback-words.ts';
import { changeCut } from '../../../bot/use-cases/cut/cut-change.ts';
import { fixCut, proposeCut } from '../../../bot/use-cases/cut/cut-propose.ts';
import { viewCutHistory } from '../../../bot/use-cases/cut/cut-history.ts';
import { previewCutRule, viewCut } from '../../../bot/use-cases/cut/cut-view.ts';
import { exportRound } from '../../../bot/use-cases/export/export-round.ts';
import { feedbackForAll } from '../../../bot/use-cases/feedback/feedback-for-all.ts';
import { viewFeedbackList } from '../../../bot/use-cases/feedback/feedback-list.ts';
import { viewFeedbackWork } from '../../../bot/use-cases/feedback/feedback-work.ts';
import {
  approveFeedback,
  draftFeedback,
  editFeedback,
  sendFeedback,
  viewFeedback,
} from '../../../bot/use-cases/feedback/feedback-write.ts';
import type { RoundId } from '../../../bot/domain/edition/edition.ts';
import type { Person } from '../../../bot/domain/person.ts';
import { abstain, undoAbstention, viewOwnAbstention } from '../../../bot/use-cases/judging/abstain.ts';
import { applyAssignment } from '../../../bot/use-cases/rounds/assign-judges-apply.ts';
import { previewAssignment } from '../../../bot/use-cases/rounds/assign-judges.ts';
import { askPostsAnew } from '../../../bot/use-cases/channels/ask-posts-anew.ts';
import { bindChannel } from '../../../bot/use-cases/channels/bind-channel.ts';
import { closeRound, openRound, reopenRound } from '../../../bot/use-cases/rounds/open-round.ts';
import { viewOwnSheet, writeSheet } from '../../../bot/use-cases/judging/score-submission.ts';
import { snoozeReminders } from '../../../bot/use-cases/submitting/snooze-reminders.ts';
import { unbindChannel, unbindHere } from '../../../bot/use-cases/channels/unbind-channel.ts';
import { viewCuts } from '../../../bot/use-cases/cut/view-cuts.ts';
import { viewDesk, viewDeskChannels, viewDeskRound } from '../../../bot/use-cases/overview/view-desk.ts';
import { viewDiscussion } from '../../../bot/use-cases/judging/view-discussion.ts';
import { viewEntries } from '../../../bot/use-cases/overview/view-entries.ts';
import { viewJuryPostAs } from '../../../bot/use-cases/judging/view-jury-post-as.ts';
import { viewJuryRoom } from '../../../bot/use-cases/standings/view-jury-room.ts';
import { viewSheets } from '../../../bot/use-cases/standings/view-sheets.ts';
import { viewJudgeList, viewJudging } from '../../../bot/use-cases/judging/view-judging.ts';
import { viewJudges } from '../../../bot/use-cases/chasing/view-judges.ts';
import { viewLeaderboard } from '../../../bot/use-cases/standings/view-leaderboard.ts';
import { viewMe } from '../../../bot/use-cases/overview/view-me.ts';
import { viewProgress } from '../../../bot/use-cases/overview/view-progress.ts';
import { viewStart } from '../../../bot/use-cases/overview/view-start.ts';
import { viewSubmissionHistory } from '../../../bot/use-cases/submitting/view-submission-history.ts';
import {
  viewListPlaces,
  viewPlaceInList,
  viewSubmissionList,
} from '../../../bot/use-cases/overview/view-submission-list.ts';
import { viewSubmissionPage } from '../../../bot/use-cases/overview/view-submission-page.ts';
import { viewSubmission } from '../../../bot/use-cases/overview/view-submission.ts';
import { viewNextSheet, viewTodo } from '../../../bot/use-cases/judging/view-todo.ts';
import { changeAbstention, writeJudging } from '../../../bot/use-cases/judging/write-judging.ts';
import { fullSheet } from './bodies.ts';
import { full } from '../domain/examples.ts';
import { rankQuickly } from './app-in-process.ts';
import type { Place } from './place.ts';

type Call = (place: Place, person: Person, submissionId: string) => Promise<unknown>;

const roundId: RoundId = 'preselection';
const reason = 'Ik ken de indiener';
const nextYear = '2027-06-01T09:00:00.000Z';

function roundIn({ edition }: Place) {
  return { editionId: edition.id, roundId };
}

const editionDesk = createEditionDesk();

/** How each use case that is told who asks is called, by its name. */
export const calls: Partial<Record<string, Call>> = {
  askPostsAnew: ({ world }, person) => askPostsAnew(world, person, 'deze'),
  unbindChannel: ({ world }, person) => unbindChannel(world, person, 'channel:all'),
  unbindHere: ({ world }, person) => unbindHere(world, person, '19:elders'),
  viewDesk: ({ world }, person) => viewDesk(world, person),
  viewDeskChannels: ({ world }, person) => viewDeskChannels(world, person),
  viewDeskRound: ({ world }, person) => viewDeskRound(world, person, roundId),
  startEdition: ({ world }, person) =>
    startEdition(world, person, {
      command: { key: 'k', name: 'Volgende', numberPrefix: 'GD30', from: editionDesk.templates[0]?.id ?? '' },
      ...{ templates: editionDesk.templates, name: person.name },
    }),
  saveEditionPart: ({ world, edition }, person) =>
    saveEditionPart(world, person, {
      ...{ editionId: edition.id, basedOn: 0 },
      change: { part: 'general', value: { name: 'Anders', numberPrefix: 'GD27', example: true } },
    }),
  discardEditionDraft: ({ world, edition }, person) =>
    discardEditionDraft(world, person, { editionId: edition.id, basedOn: 0, isDiscarded: true }),
  loadWritten: ({ world, edition }, person) => loadWritten(world, person, edition.id),
  viewEditionDraft: ({ world, edition }, person) => viewEditionDraft(world, person, edition.id),
  viewEditionPlan: ({ world, edition }, person) => viewEditionPlan(world, person, edition.id),
  viewEditions: ({ world }, person) => viewEditions(world, person),
  putEditionDraft: ({ world, edition }, person) =>
    putEditionDraft(world, person, { editionId: edition.id, revision: 0, hash: hashOf(edition) }),
  undoPutEdition: ({ world, edition }, person) =>
    undoPutEdition(world, person, { editionId: edition.id, hash: hashOf(edition), to: 'x' }),
  runWrittenEdition: ({ world, edition }, person) =>
    runWrittenEdition(world, person, { editionId: edition.id, seen: edition.id }),
  abstain: ({ world }, person, submissionId) =>
    abstain(world, person, { submissionId, roundId, reason, basedOn: 0 }),
  applyAssignment: (place, person) =>
    applyAssignment(place.world, person, { ...roundIn(place), seed: 1, fingerprint: 'x' }),
  changeCut: (place, person) =>
    changeCut(place.world, person, { ...cutIn(place), change: { kind: 'set-rule', rule: { size: 2 } } }),
  feedbackForAll: (place, person) =>
    feedbackForAll(
      place.world,
      person,
      { roundId, wish: 'draft', from: 0, key: 'x' },
      { words: feedbackWords, isLate: () => true },
    ),
  previewCutRule: (place, person) =>
    previewCutRule(place.world, person, { ...cutIn(place), rule: { size: 2 } }, rankQuickly),
  viewCutHistory: (place, person) => viewCutHistory(place.world, person, cutIn(place)),
  viewCuts: ({ world }, person) => viewCuts(world, person),
  viewFeedbackList: ({ world }, person) => viewFeedbackList(world, person, roundId),
  viewFeedbackWork: ({ world }, person, submissionId) =>
    viewFeedbackWork(world, person, { submissionId, roundId }),
  exportRound: (place, person) =>
    exportRound(place.world, person, { ...roundIn(place), names: false }, rankQuickly),
  fixCut: (place, person) => fixCut(place.world, person, { ...cutIn(place), seen: 'x' }, rankQuickly),
  proposeCut: (place, person) => proposeCut(place.world, person, { ...cutIn(place), seen: 'x' }, rankQuickly),
  viewCut: (place, person) => viewCut(place.world, person, cutIn(place), rankQuickly),
  approveFeedback: ({ world }, person, submissionId) =>
    approveFeedback(world, person, feedbackOn(submissionId)),
  draftFeedback: ({ world }, person, submissionId) =>
    draftFeedback(world, person, feedbackOn(submissionId), feedbackWords),
  editFeedback: ({ world }, person, submissionId) =>
    editFeedback(world, person, {
      ...{ ...feedbackOn(submissionId), words: { nl: 'a', en: 'a' }, remarks: [] },
    }),
  sendFeedback: ({ world }, person, submissionId) => sendFeedback(world, person, feedbackOn(submissionId)),
  viewFeedback: ({ world }, person, submissionId) => viewFeedback(world, person, feedbackOn(submissionId)),
  bindChannel: ({ world }, person) =>
    bindChannel(
      world,
      person,
      { use: 'jury' },
      {
        serviceUrl: 'https://teams.example/',
        conversationId: '19:elders',
        tenantId: person.tenantId,
      },
    ),
  closeRound: (place, person) => closeRound(place.world, person, roundIn(place)),
  openRound: (place, person) => openRound(place.world, person, roundIn(place)),
  previewAssignment: (place, person) =>
    previewAssignment(place.world, person, { ...roundIn(place), seed: 1 }),
  reopenRound: (place, person) => reopenRound(place.world, person, { ...roundIn(place), until: nextYear }),
  snoozeReminders: ({ world }, person) => snoozeReminders(world, person, 1, world.now()),
  changeAbstention: ({ world }, person, submissionId) =>
    changeAbstention(world, person, { submissionId, roundId, reason, basedOn: 0 }),
  viewJudgeList: ({ world }, person) => viewJudgeList(world, person),
  viewJudging: ({ world }, person, submissionId) => viewJudging(world, person, submissionId),
  writeJudging: ({ world }, person, submissionId) =>
    writeJudging(world, person, {
      ...{ submissionId, roundId, basedOn: 0 },
      wish: 'hand-in',
      content: fullSheet,
    }),
  undoAbstention: ({ world }, person, submissionId) =>
    undoAbstention(world, person, { submissionId, roundId, basedOn: 0 }),
  viewDiscussion: ({ world }, person, submissionId) => viewDiscussion(world, person, submissionId),
  viewEntries: ({ world }, person) => viewEntries(world, person),
  viewJuryPostAs: ({ world }, person, submissionId) => viewJuryPostAs(world, person, submissionId, roundId),
  viewJuryRoom: ({ world }, person) => viewJuryRoom(world, person, 'direct'),
  viewSheets: ({ world }, person, submissionId) => viewSheets(world, person, submissionId),
  viewJudges: ({ world }, person) => viewJudges(world, person, 'direct'),
  viewLeaderboard: ({ world }, person) => viewLeaderboard(world, person, 'direct'),
  viewMe: ({ world }, person) => viewMe(world, person),
  viewNextSheet: ({ world }, person) => viewNextSheet(world, person),
  viewOwnAbstention: ({ world }, person, submissionId) =>
    viewOwnAbstention(world, person, submissionId, roundId),
  viewOwnSheet: ({ world }, person, submissionId) => viewOwnSheet(world, person, submissionId, roundId),
  viewStart: ({ world }, person) => viewStart(world, person),
  viewProgress: ({ world }, person) => viewProgress(world, person),
  viewSubmission: ({ world }, person, submissionId) => viewSubmission(world, person, submissionId),
  viewSubmissionList: ({ world }, person) =>
    viewSubmissionList(world, person, { typed: '', order: 'best' }, { from: 0, most: 10_000 }),
  viewListPlaces: ({ world }, person) => viewListPlaces(world, person),
  viewPlaceInList: ({ world }, person, submissionId) =>
    viewPlaceInList(world, person, submissionId, { typed: '', order: 'best' }),
  viewSubmissionPage: ({ world }, person, submissionId) => viewSubmissionPage(world, person, submissionId),
  viewSubmissionHistory: ({ world }, person, submissionId) =>
    viewSubmissionHistory(world, person, submissionId),
  viewTodo: ({ world }, person) => viewTodo(world, person),
  writeSheet: ({ world }, person, submissionId) =>
    writeSheet(world, person, { submissionId, roundId, content: full, wish: 'hand-in', basedOn: 0 }),
};

function cutIn(place: Place) {
  return { ...roundIn(place), categoryId: 'direct', basedOn: 0, key: 'x' };
}

function feedbackOn(submissionId: string) {
  return { submissionId, roundId, basedOn: 0, key: 'x' } as const;
}
