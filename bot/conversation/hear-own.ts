import { numberText } from '../domain/submission/submission.ts';
import type { OwnSubmission } from '../use-cases/submitting/own-submission.ts';
import { asGone, loadOwn, mayChange } from '../use-cases/submitting/own-submission.ts';
import type { World } from '../use-cases/world.ts';
import { beginChange, leaveChange } from './begin-change.ts';
import type { ChatTurn } from './chat-turn.ts';
import type { Said } from './inbound-event.ts';
import { notice } from './notices.ts';
import { ownIds } from './own-submissions.ts';
import words from './own-words.json' with { type: 'json' };
import { bareWords } from './reading/words.ts';
import type { TurnResult } from './turn-result.ts';

type Wish = Exclude<keyof typeof words, 'leave'>;

/**
 * What is typed about a submission of one's own by its number ("wijzig GD27-0042"), and to stop changing it.
 * `undefined`: it is about something else.
 */
export async function hearOwn(world: World, turn: ChatTurn, event: Said): Promise<TurnResult | undefined> {
  const { draft } = turn;
  const said = bareWords(event.text);
  if (draft?.status === 'open' && draft.changes !== undefined && words.leave.includes(said)) {
    turn.changeCard({ kind: 'intake-card', draftId: draft.id });
    turn.letCardGo();
    await leaveChange(turn, draft, world.now());
    turn.post(notice('notice.change-left'));
    return {};
  }
  const asked = readNumber(event.text);
  const own = asked && (await findOwn(world, turn, asked.number));
  if (asked === undefined || own === undefined) return undefined;
  return show(world, turn, event, own, asked.wish);
}

async function show(
  world: World,
  turn: ChatTurn,
  event: Said,
  own: OwnSubmission,
  wish: Wish,
): Promise<TurnResult> {
  const { id: submissionId, status } = own.stored.value;
  const isOpen = status === 'submitted' && mayChange(own, event.at);
  if (wish === 'change' && isOpen) await beginChange(world, turn, own, event.at);
  else turn.post({ kind: 'own-submission', submissionId, ...(wish === 'withdraw' && { asking: true }) });
  return {};
}

/** `GD27-0042`, alone or with a word for what to do. */
const numbered = /^(?<before>[^\d]*?)\s*(?<number>\p{L}{1,12}\d{0,4}-\d{4,9})\s*(?<after>[^\d]*)$/iu;

function readNumber(typed: string): { number: string; wish: Wish } | undefined {
  const { before = '', number, after = '' } = numbered.exec(typed.trim())?.groups ?? {};
  if (number === undefined) return undefined;
  const said = bareWords(`${before} ${after}`);
  const wishes: Wish[] = ['view', 'change', 'withdraw'];
  const wish = said === '' ? 'view' : wishes.find((each) => words[each].includes(said));
  return wish && { number: number.toUpperCase(), wish };
}

async function findOwn(world: World, turn: ChatTurn, number: string): Promise<OwnSubmission | undefined> {
  for (const id of await ownIds(world, turn.id)) {
    const own = await loadOwn(world.store, turn.id, id).catch(asGone);
    if (own !== undefined && numberText(own.edition.numberPrefix, own.stored.value.number) === number)
      return own;
  }
  return undefined;
}
