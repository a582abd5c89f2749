import { randomUUID } from 'node:crypto';
import { rankRound } from '../../domain/ranking/rank-round.ts';
import type { Marks } from '../../domain/erasure/marks.ts';
import type { DocumentStore } from '../../store/port.ts';
import type { EraseWorld } from '../../use-cases/personal-data/erase-person.ts';
import {
  erasePerson as erase,
  erasureUnderWay,
  NotErasedError,
} from '../../use-cases/personal-data/erase-person.ts';
import type { ErasurePlan } from '../../use-cases/personal-data/plan-erasure.ts';
import { planErasure } from '../../use-cases/personal-data/plan-erasure.ts';
import { placeOf } from '../open-data.ts';
import { erasedWords, personOrTell } from './person.ts';
import type { AdminContext, AdminWish, ExitCode } from './subcommand.ts';
import { exitCodes, type Subcommand } from './subcommand.ts';

/** Takes one person out of everything, and keeps outcomes and logs whole. */
export const erasePerson: Subcommand = {
  name: 'erase-person',
  usage: 'admin.usage.erase-person',
  options: ['person'],
  flags: ['also-roles'],
  required: ['person'],
  run: async (store, wish, context) => {
    const { print, say } = context;
    const { person = '' } = wish.options;
    // What was begun is ended: whoever it was about may not be found any more.
    const begun = await erasureUnderWay(store, person);
    if (begun !== undefined) {
      print(say('admin.erase-person.goes-on'));
      return wish.confirmed ? carryOut(store, begun.marks, wish, context) : asked(context);
    }
    const marks = await personOrTell(store, person, context);
    if (marks === undefined) return exitCodes.notFine;
    const plan = await planErasure(store, marks, erasedWords(say));
    if (isInTheWay(plan, wish, context)) return exitCodes.notFine;
    tell(plan, context);
    return wish.confirmed ? carryOut(store, marks, wish, context) : asked(context);
  },
};

function asked({ print, say }: AdminContext): ExitCode {
  print(say('admin.erase-person.ask'));
  return exitCodes.fine;
}

function isInTheWay(
  { roles, isLastOrganiser }: ErasurePlan,
  { options }: AdminWish,
  { print, say }: AdminContext,
): boolean {
  if (isLastOrganiser) {
    print(say('admin.erase-person.last-organiser'));
    return true;
  }
  if (roles.length === 0 || options['also-roles'] !== undefined) return false;
  print(
    say('admin.erase-person.roles', {
      roles: roles.map((role) => say('people.role.name', { role })).join(', '),
    }),
  );
  return true;
}

function tell({ counts, left }: ErasurePlan, { print, say }: AdminContext): void {
  const { own, contact, talk, question, sheet, role, log, named, 'handed-in': handedIn } = counts;
  print(say('admin.erase-person.goes', { own, contact, talk, question }));
  print(say('admin.erase-person.stays', { handedIn, sheet, role, log, named }));
  if (left.length > 0) print(say('admin.erase-person.left', { editions: left.join(', ') }));
  print(say('admin.erase-person.beyond'));
}

async function carryOut(
  store: DocumentStore,
  marks: Marks,
  { data }: AdminWish,
  { now, say, print }: AdminContext,
): Promise<ExitCode> {
  const world: EraseWorld = {
    ...{ store, now, newId: randomUUID },
    isRead: placeOf(data).kind === 'cosmos',
    rank: async (input) => rankRound(input),
  };
  try {
    const pseudonym = await erase(world, marks, erasedWords(say));
    print(say('admin.erase-person.done', { pseudonym }));
    return exitCodes.fine;
  } catch (error) {
    if (!(error instanceof NotErasedError)) throw error;
    print(say('admin.erase-person.again'));
    return exitCodes.notFine;
  }
}
