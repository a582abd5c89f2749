import type { Draft } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { Instant } from '../domain/instant.ts';
import type { Language } from '../domain/person.ts';
import { personId } from '../domain/person.ts';
import { personPartition } from '../store/documents/person-documents.ts';
import type { TextKey } from '../texts/texts.ts';
import { text } from '../texts/texts.ts';
import { findCurrentEdition } from '../use-cases/edition-context.ts';
import { retryWhenChanged } from '../use-cases/retry-when-changed.ts';
import type { World } from '../use-cases/world.ts';
import { withAddedStepSaid } from './added-steps.ts';
import { ChatTurn } from './chat-turn.ts';
import type { FilledForm } from './form-data.ts';
import { formVerbs, readFilledForm, readOpening } from './form-data.ts';
import { isKept } from './form-outcome.ts';
import type { OnForm } from './form-section.ts';
import { isTouched } from './form-section.ts';
import { takeForm } from './form-take.ts';
import type { FormView } from './form-view.ts';
import { viewForm } from './form-view.ts';
import { revised } from './heard.ts';
import type { DialogOpened, DialogReply, DialogSubmitted } from './inbound-event.ts';
import { contextOf, settled } from './intake-context.ts';
import type { Notice } from './notices.ts';
import { notOpenNotice } from './notices.ts';
import { withRemindersSaid } from './reminders-said.ts';
import type { StepContext } from './steps/step.ts';
import { review } from './steps/steps.ts';

export interface FormOptions {
  /** The form as a card, in somebody's language. */
  draw: (view: FormView, language: Language) => { title: string; card: Record<string, unknown> };
}

/** The whole intake as one form, in a dialog over the chat. The same draft, the same questions, the same checks. */
export interface FormDialog {
  /** Shows it, as things stand. Changes nothing. `undefined` for a verb that is another's. */
  opened(event: DialogOpened): Promise<DialogReply | undefined>;
  /**
   * Stores what was filled in, in one commit; closes the dialog when all of it is an answer. The same again has no
   * second effect and the same answer. `undefined` for a verb that is another's.
   */
  submitted(event: DialogSubmitted): Promise<DialogReply | undefined>;
}

export function createFormDialog(world: World, options: FormOptions): FormDialog {
  return {
    async opened(event) {
      if (event.verb !== formVerbs.open) return undefined;
      const opening = readOpening(event.data);
      if (opening === undefined) return sentence(event.person.language, 'form.gone');
      const turn = await ChatTurn.load(world.store, event.person);
      const found = await findDraft(world, turn, opening.draft, event.at);
      if ('kind' in found) return found;
      return show(options, found, { inChat: opening });
    },
    async submitted(event) {
      if (event.verb !== formVerbs.save && event.verb !== formVerbs.later) return undefined;
      const filled = readFilledForm(event.verb, event.data);
      if (filled === undefined) return sentence(event.person.language, 'form.gone', 'form.not-saved');
      const partition = personPartition(personId(event.person));
      return retryWhenChanged(partition, () => submit(world, options, event, filled));
    },
  };
}

interface Found {
  draft: Draft;
  edition: Edition;
  context: StepContext;
}

type Sentence = Extract<DialogReply, { kind: 'close-with-message' }>;

/** The draft that is being made, or why there is nothing to fill in. */
async function findDraft(
  world: World,
  turn: ChatTurn,
  draftId: string,
  at: Instant,
): Promise<Found | Sentence> {
  const { language } = turn.person;
  const draft = await turn.draftOf(draftId);
  if (draft === undefined) return sentence(language, 'form.gone');
  if (draft.status !== 'open') return sentence(language, `form.${draft.status}`);
  if (draft.id !== turn.draft?.id) return sentence(language, 'form.waiting');
  const edition = await findCurrentEdition(world.store);
  const notOpen = notOpenNotice(edition, at, draft, language);
  if (edition === undefined || notOpen !== undefined) {
    return notOpenSentence(language, notOpen);
  }
  if (draft.changes !== undefined && draft.editionId !== edition.id) return sentence(language, 'form.gone');
  const context = contextOf(draft, edition, turn.person, at, world.similar);
  return { draft: settled(draft, edition, context), edition, context };
}

function notOpenSentence(language: Language, notice: Notice | undefined): Sentence {
  const { values = {} } = notice ?? {};
  if ('closing' in values) return said(text(language, 'form.closed', values));
  return 'opens' in values ? said(text(language, 'form.before', values)) : sentence(language, 'form.gone');
}

async function submit(
  world: World,
  options: FormOptions,
  event: DialogSubmitted,
  filled: FilledForm,
): Promise<DialogReply> {
  const turn = await ChatTurn.load(world.store, event.person, event.at);
  const before = await turn.draftOf(filled.draft);
  const found = await findDraft(world, turn, filled.draft, event.at);
  const isChanged = isTouched(filled);
  if (turn.knows(event.key)) return answerAgain(options, found, filled);
  if ('kind' in found) return said(`${found.text} ${text(turn.person.language, 'form.not-saved')}`);
  if (before === undefined) return sentence(turn.person.language, 'form.gone', 'form.not-saved');
  if (!isChanged && filled.seen !== before.updatedAt) return answerAgain(options, found, filled);
  const { edition, context } = found;
  const taken = takeForm(found.draft, filled, context);
  const waiting = withRemindersSaid(taken.draft, edition, turn, event.at);
  const after = revised(before, withAddedStepSaid(waiting, edition), world.now());
  if (after !== before || isChanged) turn.remember(event.key);
  if (after !== before) {
    turn.keep(after);
    turn.redrawCard(after.id);
  }
  await turn.commit();
  if (taken.isWhole || (filled.wish === 'later' && taken.isKept)) return { kind: 'close' };
  const now = contextOf(after, edition, turn.person, event.at, world.similar);
  return show(
    options,
    { draft: after, edition, context: now },
    { filled, said: taken.said },
    taken.meanwhile,
  );
}

/** Teams brought it again, or it asks for nothing: what is stored tells what the answer is. */
function answerAgain(options: FormOptions, found: Found | Sentence, filled: FilledForm): DialogReply {
  if ('kind' in found || found.draft.step === review || found.draft.paused === true) return { kind: 'close' };
  const on = { filled };
  const isEnough = filled.wish === 'later' && isKept(viewForm(found.draft, found.context, on).sections);
  return isEnough ? { kind: 'close' } : show(options, found, on);
}

function show(
  { draw }: FormOptions,
  { draft, context }: Found,
  on: OnForm,
  meanwhile: Parameters<typeof viewForm>[3] = [],
): DialogReply {
  const view = viewForm(draft, context, on, meanwhile);
  return { kind: 'dialog', ...draw(view, context.language), height: 'large', width: 'large' };
}

function sentence(language: Language, ...keys: TextKey[]): Sentence {
  return said(keys.map((key) => text(language, key)).join(' '));
}

/** A dialog shows a sentence without Markdown. */
function said(words: string): Sentence {
  return { kind: 'close-with-message', text: words.replaceAll('**', '') };
}
