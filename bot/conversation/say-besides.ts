import type { Draft } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import { phaseOf } from '../domain/edition/edition.ts';
import type { TextKey } from '../texts/texts.ts';
import type { World } from '../use-cases/world.ts';
import { asideText, editionValues } from './asides.ts';
import { beginDraft } from './begin-draft.ts';
import type { ChatTurn } from './chat-turn.ts';
import { deletedNotice, deleteDraft } from './discard-draft.ts';
import { hearConfirmation } from './hear-confirmation.ts';
import { unavailable } from './hear-request.ts';
import { asAsked, holdsSomething, remarked, revised } from './heard.ts';
import type { Said } from './inbound-event.ts';
import { notice, notOpenNotice } from './notices.ts';
import type { Plugged } from './plugged.ts';
import { askedIn } from './reading/question.ts';
import type { AsideId } from './reading/read-aside.ts';
import type { Command } from './reading/read-command.ts';
import { readInterjection } from './reading/read-interjection.ts';
import type { Request } from './reading/read-request.ts';
import { isYes } from './reading/read-yes-no.ts';
import type { TurnResult } from './turn-result.ts';

interface Besides {
  edition: Edition | undefined;
  plugged: Plugged;
}

/** What was typed while there is no question to answer: nothing was begun, all was handed in, or it is not open. */
export async function sayBesides(
  world: World,
  turn: ChatTurn,
  event: Said,
  besides: Besides,
): Promise<TurnResult> {
  const { draft } = turn;
  const open = draft?.status === 'open' ? draft : undefined;
  const confirmed = open?.deleting ? hearConfirmation(open, event.text) : undefined;
  if (open !== undefined && confirmed?.wish === 'discard') return discard(world, turn, open);
  const interjection = confirmed === undefined ? readInterjection(event.text, 'choice') : undefined;
  switch (interjection?.kind) {
    case 'request':
      return request(world, turn, event, { ...besides, open, wish: interjection.request });
    case 'aside':
      return answerAside(turn, event, besides.edition, interjection.aside);
    default:
      return goOn(world, turn, event, { ...besides, open, command: interjection?.command });
  }
}

interface GoingOn extends Besides {
  open: Draft | undefined;
  command: Command | undefined;
}

function goOn(world: World, turn: ChatTurn, event: Said, { edition, open, command }: GoingOn): TurnResult {
  // Whose first word it is, is helped best by the first question.
  const isNew = edition !== undefined && phaseOf(edition, event.at) === 'open' && turn.draft === undefined;
  if (command === 'own-submissions') turn.post({ kind: 'own-submissions' });
  else if (edition === undefined) turn.post(notice('notice.no-edition'));
  else if (command === 'help' && !isNew) turn.post(notice('notice.help', valuesOf(edition, turn, event)));
  else if (phaseOf(edition, event.at) !== 'open') showNotOpen(world, turn, event, { edition, open });
  else if (mayBegin(turn, event, command)) begin(world, turn, edition);
  else turn.post(notice(askedIn(event.text) === undefined ? 'notice.handed-in' : 'aside.unknown'));
  return {};
}

/** Why one can't hand in now, with what they entered if they did. */
function showNotOpen(
  world: World,
  turn: ChatTurn,
  event: Said,
  { edition, open }: { edition: Edition; open: Draft | undefined },
): void {
  const said = notOpenNotice(edition, event.at, open, turn.person.language);
  if (said === undefined) return;
  if (open === undefined || !holdsSomething(open)) {
    turn.post(said);
    return;
  }
  turn.keep(revised(open, asAsked(open), world.now()));
  turn.moveCardDown(open.id, { kind: 'asked-line', text: said.text, values: said.values });
}

function mayBegin({ draft }: ChatTurn, event: Said, command: Command | undefined): boolean {
  if (command === 'new' || command === 'continue' || command === 'start-over') return true;
  if (draft === undefined || draft.status === 'discarded') {
    return command !== undefined || askedIn(event.text) === undefined;
  }
  return isYes(event.text);
}

function begin(world: World, turn: ChatTurn, edition: Edition, remark?: TextKey): void {
  const isFirst = turn.draft === undefined || turn.draft.status === 'discarded';
  const draft = beginDraft(world, turn, edition, isFirst ? 'intake.welcome' : 'intake.welcome-again');
  if (remark !== undefined) turn.keep(remarked(draft, 'info', remark));
  turn.moveCardDown(draft.id);
}

interface Requested extends Besides {
  open: Draft | undefined;
  wish: Request;
}

async function request(
  world: World,
  turn: ChatTurn,
  event: Said,
  { edition, open, plugged, wish }: Requested,
): Promise<TurnResult> {
  const respond = plugged.requests?.[wish];
  if (respond !== undefined) return respond(turn, event);
  const sentence = unavailable(wish);
  if (sentence !== undefined) turn.post(notice(sentence));
  else if (wish === 'delete') askToDelete(world, turn, open);
  else if (wish === 'form') return openForm(world, turn, event, { edition, open });
  else turn.post({ kind: 'own-submissions' });
  return {};
}

function askToDelete(world: World, turn: ChatTurn, open: Draft | undefined): void {
  if (open === undefined) {
    turn.post(notice('request.delete.nothing'));
    return;
  }
  turn.keep(revised(open, { ...asAsked(open), deleting: true }, world.now()));
  turn.moveCardDown(open.id, { kind: 'asked-line', text: 'intake.deleting.title', values: {} });
}

function openForm(
  world: World,
  turn: ChatTurn,
  event: Said,
  { edition, open }: { edition: Edition | undefined; open: Draft | undefined },
): TurnResult {
  if (edition === undefined) turn.post(notice('notice.no-edition'));
  else if (phaseOf(edition, event.at) === 'open') begin(world, turn, edition, 'request.form');
  else showNotOpen(world, turn, event, { edition, open });
  return {};
}

async function discard(world: World, turn: ChatTurn, open: Draft): Promise<TurnResult> {
  await deleteDraft(world, turn, open, { kind: 'asked-line', text: 'intake.deleting.title', values: {} });
  turn.post(deletedNotice);
  return {};
}

function answerAside(turn: ChatTurn, event: Said, edition: Edition | undefined, aside: AsideId): TurnResult {
  if (edition === undefined) {
    turn.post(notice('notice.no-edition'));
    return {};
  }
  const { text, values } = asideText(aside, edition, turn.person.language, event.at);
  turn.post(notice(text, values));
  return {};
}

function valuesOf(edition: Edition, { person }: ChatTurn, { at }: Said) {
  return editionValues(edition, person.language, at);
}
