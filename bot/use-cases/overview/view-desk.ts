import { isJudge } from '../../domain/edition/edition-role.ts';
import type { ChannelBinding } from '../../domain/edition/edition-role.ts';
import type { Category, Edition, Phase, Round, RoundId } from '../../domain/edition/edition.ts';
import { phaseOf, roundOf } from '../../domain/edition/edition.ts';
import type { Instant } from '../../domain/instant.ts';
import { panelFor } from '../../domain/judging/panel.ts';
import type { Language, PersonId, PersonKey } from '../../domain/person.ts';
import {
  editionPartition,
  postsAskedAnew,
  postsAskedAnewId,
} from '../../store/documents/edition-documents.ts';
import { people, personDocumentId, personPartition } from '../../store/documents/person-documents.ts';
import type { ChannelUse } from '../channels/bind-channel.ts';
import { bindingId, editionToOrganise } from '../channels/bind-channel.ts';
import { RefusedError } from '../refusal.ts';
import { bindingsOf } from '../channels/unbind-channel.ts';
import type { World } from '../world.ts';

/** How the running edition stands, for an organiser: counts, no scores. */
export interface DeskView {
  edition: Edition;
  phase: Phase;
  rounds: DeskRound[];
  channels: DeskChannel[];
}

export interface DeskRound {
  round: Round;
  phase: Phase;
  /** That can be judged. */
  submissions: number;
  /** Sheets that count, of those that there should be. */
  sheets: { handedIn: number; expected: number };
}

/** What an edition can have a channel for, and which it has. */
export interface DeskChannel {
  id: string;
  use: ChannelUse;
  category?: Category;
  binding?: ChannelBinding;
}

/** @throws RefusedError `not-organiser`, `no-edition` */
export async function viewDesk(world: World, person: PersonKey): Promise<DeskView> {
  const edition = await editionToOrganise(world, person);
  return {
    edition,
    phase: phaseOf(edition, world.now()),
    rounds: edition.rounds.map((round) => deskRound(world, edition, round)),
    channels: await channelsOf(world, edition),
  };
}

/** The same for a message to somebody. `undefined`: it is not for them (any more). */
export async function viewDeskFor(
  world: World,
  person: PersonId,
): Promise<{ view: DeskView; language: Language } | undefined> {
  const known = await people.read(world.store, personPartition(person), personDocumentId);
  if (known === undefined) return undefined;
  try {
    return { view: await viewDesk(world, known.value), language: known.value.language };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return undefined;
  }
}

export interface DeskRoundView extends DeskRound {
  edition: Edition;
  now: Instant;
}

/** @throws RefusedError `not-organiser`, `no-edition`, `not-found` */
export async function viewDeskRound(
  world: World,
  person: PersonKey,
  roundId: RoundId,
): Promise<DeskRoundView> {
  const edition = await editionToOrganise(world, person);
  const round = roundOf(edition, roundId);
  if (round === undefined) throw new RefusedError('not-found');
  return { edition, now: world.now(), ...deskRound(world, edition, round) };
}

export interface DeskChannelsView {
  edition: Edition;
  channels: DeskChannel[];
  /** How often posts were asked for anew. */
  askedAnew: number;
}

/** @throws RefusedError `not-organiser`, `no-edition` */
export async function viewDeskChannels(world: World, person: PersonKey): Promise<DeskChannelsView> {
  const edition = await editionToOrganise(world, person);
  const asked = await postsAskedAnew.read(world.store, editionPartition(edition.id), postsAskedAnewId);
  return { edition, channels: await channelsOf(world, edition), askedAnew: asked?.value.turn ?? 0 };
}

function deskRound(world: World, edition: Edition, round: Round): DeskRound {
  const { readModel } = world;
  const judges = readModel.roles(edition.id).filter(isJudge);
  const sheets = { handedIn: 0, expected: 0 };
  const entered = readModel.submissionsOf(edition.id).filter(({ status }) => status === 'submitted');
  for (const submission of entered) {
    const counting = panelFor(judges, submission, readModel.seating(submission.id, round));
    sheets.expected += counting.length;
    sheets.handedIn += readModel.handedIn(submission.id, round.id, counting);
  }
  return { round, phase: phaseOf(round, world.now()), submissions: entered.length, sheets };
}

/** For all, for each category, for the organisation; and what is left of categories that are no more. */
async function channelsOf({ store }: World, edition: Edition): Promise<DeskChannel[]> {
  const bound = new Map((await bindingsOf(store, edition.id)).map(({ id, value }) => [id, value]));
  const uses: Omit<DeskChannel, 'id'>[] = [
    { use: { use: 'jury' } },
    ...edition.categories.map((category) => ({
      use: { use: 'jury' as const, categoryId: category.id },
      category,
    })),
    { use: { use: 'organisers' } },
  ];
  return uses.map((each) => {
    const id = bindingId(each.use);
    const binding = bound.get(id);
    return { ...each, id, ...(binding && { binding }) };
  });
}
