import type { Draft, Remark } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import { localText, phaseOf } from '../domain/edition/edition.ts';
import type { MessageContent } from '../domain/outgoing-message.ts';
import type { Language, PersonId } from '../domain/person.ts';
import { participantName } from '../domain/submission/participant.ts';
import type { Stage } from '../domain/submission/stage.ts';
import { stageOf } from '../domain/submission/stage.ts';
import { numberText } from '../domain/submission/submission.ts';
import { draftPrefix, drafts } from '../store/documents/draft-documents.ts';
import { people, personDocumentId, personPartition } from '../store/documents/person-documents.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../store/documents/submission-documents.ts';
import { momentText } from '../texts/dates.ts';
import { isTextKey } from '../texts/texts.ts';
import { findCurrentEdition, readEdition } from '../use-cases/edition-context.ts';
import type { World } from '../use-cases/world.ts';
import { closingText } from './closing-text.ts';
import { contextOf } from './intake-context.ts';
import type { FeedbackView } from './feedback-view.ts';
import { viewSentFeedback } from './feedback-view.ts';
import type { IntakeView } from './intake-view.ts';
import { viewIntake } from './intake-view.ts';
import type { Notice } from './notices.ts';
import { notOpenNotice } from './notices.ts';
import type { OwnSubmissions } from './own-submissions.ts';
import type { OwnSubmissionView } from './own-submission-view.ts';
import { viewOwnSubmission } from './own-submission-view.ts';
import { ownSubmissions } from './own-submissions.ts';
import { stepOf } from './steps/steps.ts';
import type { Words } from './wording.ts';

/** What a message in the personal chat shows, before it is drawn. Texts that people typed are as they typed them. */
export type PersonalView =
  | IntakeView
  | { kind: 'answered-line'; label: Words; answer: string }
  | Extract<MessageContent, { kind: 'asked-line' }>
  | ReceiptView
  | ({ kind: 'own-submissions'; next: Next; receiptOf?: string } & OwnSubmissions)
  | OwnSubmissionView
  | FeedbackView
  | (Notice & { next: Next });

export interface ReceiptView {
  kind: 'receipt';
  submission: string;
  number: string;
  title: string;
  participant: string;
  received: string;
  closing: string;
  /** When the first round of judging ends, if that is known. */
  judgedBy?: string;
  /** What happens next in the organisers' own words, if they have any. */
  ownWords?: string;
  stage: Stage['kind'];
  next: Next;
}

/** Where one can go on from a message that is not a question. */
export type Next = 'continue' | 'start' | 'nothing';

type PersonalContent = Exclude<
  MessageContent,
  {
    kind:
      | 'jury-post'
      | 'moved-post'
      | 'desk'
      | 'divergence'
      | 'nothing'
      | `question-${string}`
      | `nomination-${string}`
      | `judging-${string}`
      | `people-${string}`;
  }
>;

/**
 * @param aside a word that only who just tapped sees
 * @returns `undefined` when there is nothing to show: it is no message of the personal chat, or its subject is gone
 */
export async function viewPersonal(
  world: World,
  person: PersonId,
  content: MessageContent,
  language: Language,
  aside?: Remark,
): Promise<PersonalView | undefined> {
  if (!isPersonal(content)) return undefined;
  return viewContent(world, person, content, language, aside);
}

function isPersonal(content: MessageContent): content is PersonalContent {
  return (
    content.kind !== 'jury-post' &&
    content.kind !== 'moved-post' &&
    content.kind !== 'desk' &&
    content.kind !== 'divergence' &&
    content.kind !== 'nothing' &&
    !/^(question|nomination|judging|people)-/.test(content.kind)
  );
}

async function viewContent(
  world: World,
  person: PersonId,
  content: PersonalContent,
  language: Language,
  aside?: Remark,
): Promise<PersonalView | undefined> {
  switch (content.kind) {
    case 'intake-card': {
      const view = await viewDraft(world, person, content.draftId, language);
      return view && withRemark(view, aside);
    }
    case 'answered-line': {
      const draft = (await drafts.read(world.store, personPartition(person), draftPrefix + content.draftId))
        ?.value;
      const edition = draft && (await editionFor(world, draft));
      const step = edition && stepOf(content.step, edition);
      return step && { kind: 'answered-line', label: step.label, answer: content.answer };
    }
    case 'asked-line':
      return isTextKey(content.text) ? content : undefined;
    case 'receipt':
      return viewReceipt(world, person, content.submissionId, language);
    case 'own-submissions': {
      const own = await ownSubmissions(world, person, content.page);
      const next = await nextFor(world, person);
      return {
        kind: 'own-submissions',
        ...own,
        next,
        ...(content.receiptOf && { receiptOf: content.receiptOf }),
      };
    }
    case 'own-submission': {
      const view = await viewOwnSubmission(world, person, content, language);
      return view && withRemark(view, aside);
    }
    case 'feedback':
      return viewSentFeedback(world, person, content, language);
    case 'notice':
      return { ...content, next: await nextFor(world, person) };
    default:
      return content satisfies never;
  }
}

function withRemark<View extends { remark?: Remark }>(view: View, aside: Remark | undefined): View {
  return aside === undefined ? view : { ...view, remark: aside };
}

async function viewDraft(
  world: World,
  person: PersonId,
  draftId: string,
  language: Language,
): Promise<IntakeView | undefined> {
  const { store } = world;
  const partition = personPartition(person);
  const draft = (await drafts.read(store, partition, draftPrefix + draftId))?.value;
  const owner = (await people.read(store, partition, personDocumentId))?.value;
  if (draft === undefined || owner === undefined) return undefined;
  const edition = await editionFor(world, draft);
  if (edition === undefined) return undefined;
  const now = world.now();
  const context = contextOf(draft, edition, { ...owner, language }, now, world.similar);
  return viewIntake(draft, context, notOpenNotice(edition, now, draft, language));
}

/** What somebody wants to be spoken to in; Dutch when they have not been heard. */
export async function languageOf({ store }: Pick<World, 'store'>, person: PersonId): Promise<Language> {
  return (await people.read(store, personPartition(person), personDocumentId))?.value.language ?? 'nl';
}

/** What is being made goes into the edition that runs now; what was made, or changes that, stays in its own. */
async function editionFor(
  world: World,
  { status, changes, editionId }: Pick<Draft, 'status' | 'changes' | 'editionId'>,
): Promise<Edition | undefined> {
  const own = () => readEdition(world.store, editionId);
  const isNew = status === 'open' && changes === undefined;
  return isNew ? ((await findCurrentEdition(world.store)) ?? own()) : own();
}

async function viewReceipt(
  world: World,
  person: PersonId,
  submissionId: string,
  language: Language,
): Promise<ReceiptView | undefined> {
  const { store } = world;
  const found = await submissions.read(store, submissionPartition(submissionId), submissionDocumentId);
  const submission = found?.value;
  const edition = submission && (await readEdition(store, submission.editionId));
  if (submission?.submitter !== person || edition === undefined) return undefined;
  const firstRound = edition.rounds[0];
  return {
    kind: 'receipt',
    submission: submission.id,
    number: numberText(edition.numberPrefix, submission.number),
    title: submission.title,
    participant: participantName(submission.participant),
    received: momentText(language, submission.submittedAt, edition.zone),
    closing: closingText(language, edition),
    ...(firstRound && { judgedBy: closingText(language, { ...firstRound, zone: edition.zone }) }),
    ...(edition.texts?.receipt && { ownWords: localText(edition.texts.receipt, language) }),
    stage: stageOf(submission, edition, world.now()).kind,
    next: await nextFor(world, person),
  };
}

async function nextFor(world: World, person: PersonId): Promise<Next> {
  const edition = await findCurrentEdition(world.store);
  if (edition === undefined || phaseOf(edition, world.now()) !== 'open') return 'nothing';
  const all = await drafts.list(world.store, personPartition(person), { prefix: draftPrefix });
  return all.some(({ value }) => value.status === 'open') ? 'continue' : 'start';
}
