import type { Server } from 'restify';
import { drawForm } from '../../../bot/cards/form-card.ts';
import type { TapGroup } from '../../../bot/cards/taps.ts';
import { createTaps, tapGroups } from '../../../bot/cards/taps.ts';
import { createFormDialog } from '../../../bot/conversation/form-dialog.ts';
import type { DialogOpened, DialogReply, TapReply, Tapped } from '../../../bot/conversation/inbound-event.ts';
import { personId } from '../../../bot/domain/person.ts';
import { roleInvitationId } from '../../../bot/store/documents/invitation-documents.ts';
import { RefusedError } from '../../../bot/use-cases/refusal.ts';
import { bodies } from './bodies.ts';
import { calls } from './calls.ts';
import { openTab, tapsContext } from './app-in-process.ts';
import type { RoleName } from './cast.ts';
import { personOf } from './cast.ts';
import { WroteError } from './dry-store.ts';
import type { Place } from './place.ts';
import { invitedMail } from './place.ts';
import type { Outcome, Relation } from './table.ts';

/** One try at one door. */
export interface Try {
  door: string;
  who: RoleName;
  to: Relation;
  where: Tapped['where'];
}

export interface Tried {
  outcome: Outcome;
  /** What the person reads, to the byte. */
  answer: string;
}

/** The doors of a place, as `main.ts` puts them in. */
export interface Doors {
  server: Server;
  groups: TapGroup[];
  through(one: Try): Promise<Tried>;
  close(): Promise<void>;
}

export async function openDoors(place: Place): Promise<Doors> {
  const { world, contacts } = place;
  const context = tapsContext(world, contacts);
  const taps = createTaps(context);
  const form = createFormDialog(world, { draw: drawForm });
  const tab = await openTab(world, undefined, contacts);

  const tap = async ({ door, who, to, where }: Try): Promise<Tried> => {
    const verb = door.slice('tap '.length);
    const automatic = verb === 'sheet.refresh';
    const event: Tapped = {
      ...{ kind: 'tapped', verb, where, automatic, person: personOf(who), at: world.now() },
      key: [door, who, to, where].join(),
      data: dataOf(place, verb, to, who),
    };
    return tried(
      place,
      () => taps(event),
      (reply: TapReply) => {
        return reply.kind === 'error' || (automatic && reply.kind === 'message');
      },
    );
  };
  const dialog = async ({ door, who, to, where }: Try): Promise<Tried> => {
    const verb = door.slice('dialog '.length);
    const event: Omit<DialogOpened, 'kind'> = {
      ...{ verb, where, person: personOf(who), at: world.now(), key: [door, who, to].join() },
      data: { draft: 'iemands-concept', seen: world.now(), drawn: '', revision: 1 },
    };
    const carryOut = () =>
      verb === 'form.open'
        ? form.opened({ ...event, kind: 'dialog-opened' })
        : form.submitted({ ...event, kind: 'dialog-submitted' });
    return tried(place, carryOut, (reply: DialogReply | undefined) => {
      return reply?.kind === 'error' || reply?.kind === 'close-with-message';
    });
  };
  const get = async ({ door, who, to }: Try): Promise<Tried> => {
    const path = door.slice('GET '.length).replace(':id', idIn(door, place, place.submissionTo(to, who)));
    const query = queries.find(([pattern]) => pattern.test(path))?.[1] ?? '';
    return tried(
      place,
      () => tab.ask(personOf(who), path + query),
      ({ status }) => status >= 400,
    );
  };
  const post = async ({ door, who, to }: Try): Promise<Tried> => {
    const pattern = door.slice('POST '.length);
    const bodyOf = bodies[pattern];
    if (bodyOf === undefined) throw new Error(`say in bodies.ts what ${door} carries`);
    const submissionId = place.submissionTo(to, who);
    return tried(
      place,
      () =>
        tab.act(
          personOf(who),
          pattern.replace(':id', idIn(door, place, submissionId)),
          bodyOf(place, submissionId),
        ),
      ({ status }) => status >= 400,
    );
  };
  const call = async ({ door, who, to }: Try): Promise<Tried> => {
    const carryOut = calls[door.slice('call '.length)];
    if (carryOut === undefined) throw new Error(`add ${door} to calls.ts`);
    return tried(
      place,
      () => carryOut(place, personOf(who), place.submissionTo(to, who)),
      () => false,
    );
  };

  const kinds: Record<string, (one: Try) => Promise<Tried>> = { tap, dialog, GET: get, POST: post, call };
  return {
    ...{ server: tab.server, close: () => tab.close(), groups: tapGroups(context) },
    through: (one) => {
      const carryOut = kinds[one.door.split(' ')[0] ?? ''];
      if (carryOut === undefined) throw new Error(`no way to try ${one.door}`);
      return carryOut(one);
    },
  };
}

/** What stands for the `:id` of a path. */
function idIn(door: string, { edition }: Place, submissionId: string): string {
  return door.includes('/editions/') ? edition.id : submissionId;
}

/** What a request carries besides; a door that stands in the table with a query of its own is tried with both. */
const queries: readonly (readonly [path: RegExp, query: string])[] = [
  [/\/(leaderboard|judges|jury-room)$/, '?category=direct'],
  [/\/cut(\/history)?$/, '?round=preselection&category=direct'],
  [/\/cut\/preview$/, '?round=preselection&category=direct&size=2'],
  [/\/tab\/feedback(\/[^/]+)?$/, '?round=preselection'],
  [/\/export$/, '?round=preselection&format=json'],
  [/\/export\?/, '&round=preselection&format=json'],
];

async function tried<T>(
  place: Place,
  carryOut: () => Promise<T>,
  isRefusal: (reply: T) => boolean,
): Promise<Tried> {
  place.attempts();
  try {
    const reply = await carryOut();
    const wrote = place.attempts().length > 0;
    const outcome = wrote ? 'writes' : isRefusal(reply) ? 'refused' : 'shows';
    return { outcome, answer: JSON.stringify(reply) };
  } catch (error) {
    if (error instanceof RefusedError && place.attempts().length === 0)
      return { outcome: 'refused', answer: error.code };
    if (error instanceof WroteError) return { outcome: 'writes', answer: '' };
    throw error;
  }
}

/** All that any card of ours carries; each verb takes what is its own. */
function dataOf(place: Place, verb: string, to: Relation, who: RoleName): Record<string, unknown> {
  const submission = place.submissionTo(to, who);
  // What stands in the inputs of an intake's card is all text.
  if (verb.startsWith('intake.') || verb === 'own.leave') {
    return { submission, draft: 'iemands-concept', revision: 1, step: 'title', line: 'title', choice: 'own' };
  }
  if (verb.startsWith('people.')) {
    return {
      ...{ edition: place.edition.id, person: personId(personOf('juror')), revision: 0 },
      ...{ role: verb === 'people.give' ? 'scorer' : 'juror', code: 'GM0363', organisation: 'Amsterdam' },
      ...{ list: 'lijst', addresses: 'nieuw@bureau.example', invitation: roleInvitationId(invitedMail) },
    };
  }
  const [first] = place.edition.rounds;
  if (verb.startsWith('desk.')) {
    return {
      ...{ round: 'preselection', page: 0, fingerprint: '00', channel: 'channel:all', turn: 1, asked: 0 },
      ...{ seen: `${first?.opensAt}_${first?.closesAt}`, until: '2027-06-01T09:00:00.000Z' },
      ...{ untilDay: '2027-06-01', untilTime: '11:00' },
    };
  }
  return {
    ...{ submission, round: 'preselection', basedOn: 0, abstention: 0, revision: 1 },
    ...{ days: 1, judge: personId(personOf('juror')) },
    'score.success': '4',
    'score.value': '5',
    'score.reuse': '3',
    'score.inclusion': 'not-assessable',
    'abstain.reason': 'Ik ken de indiener',
    question: place.questionTo(to, who),
    answer: 'Tot en met 4 december.',
    reply: 'Dank u wel.',
    lines: 1,
    place: 1,
  };
}
