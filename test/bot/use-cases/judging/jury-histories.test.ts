import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EditionRole } from '../../../../bot/domain/edition/edition-role.ts';
import type { Edition } from '../../../../bot/domain/edition/edition.ts';
import { roundOf } from '../../../../bot/domain/edition/edition.ts';
import { personId } from '../../../../bot/domain/person.ts';
import {
  currentEditionId,
  currentEditions,
  editionDocumentId,
  editionPartition,
  editionRoles,
  editions,
  programmePartition,
  rolePrefix,
} from '../../../../bot/store/documents/edition-documents.ts';
import { assignmentId, assignments } from '../../../../bot/store/documents/judging-documents.ts';
import {
  juryPostName,
  messagePrefix,
  outgoingMessages,
} from '../../../../bot/store/documents/message-documents.ts';
import {
  scoreSheets,
  sheetPrefix,
  submissionPartition,
} from '../../../../bot/store/documents/submission-documents.ts';
import { abstain, undoAbstention } from '../../../../bot/use-cases/judging/abstain.ts';
import { applyAssignment, finishAssignments } from '../../../../bot/use-cases/rounds/assign-judges-apply.ts';
import { previewAssignment } from '../../../../bot/use-cases/rounds/assign-judges.ts';
import { bindChannel } from '../../../../bot/use-cases/channels/bind-channel.ts';
import { freezeRound } from '../../../../bot/use-cases/rounds/close-round-freeze.ts';
import { readEdition } from '../../../../bot/use-cases/edition-context.ts';
import { juryPostChanged } from '../../../../bot/use-cases/judging/jury-post-messages.ts';
import { closeRound, reopenRound } from '../../../../bot/use-cases/rounds/open-round.ts';
import { RefusedError } from '../../../../bot/use-cases/refusal.ts';
import { viewOwnSheet, writeSheet } from '../../../../bot/use-cases/judging/score-submission.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { verifyLog } from '../../../../bot/use-cases/log/verify-log.ts';
import { viewJuryPost } from '../../../../bot/use-cases/judging/view-jury-post.ts';
import type { World } from '../../../../bot/use-cases/world.ts';
import { createReadModel } from '../../../../bot/views/kept-read-model.ts';
import { effort, runs } from '../../../runs.ts';
import { content, edition as exampleEdition, fields, now, role } from '../../domain/examples.ts';
import { delegatingStore } from '../../store/delegating-store.ts';
import { openFreshStore } from '../../store/sqlite/open-fresh-store.ts';
import type { JudgeState } from './jury-history.ts';
import { JuryModel, keyOf, roleOf } from './jury-history.ts';

/**
 * A whole jury, over which people come and go, change employer and category, channels move, judges are assigned, and
 * in the midst of which the server dies: counts, posts and sheets are those of a model, and the log agrees.
 */

/** In memory where the machine has that: what is tried here is not the disk. */
const memory = '/dev/shm';
let opened: Awaited<ReturnType<typeof openFreshStore>>;
let world: World;
let at = now;
let histories = 0;
let dying: 'before' | 'after' | undefined;

class DiedError extends Error {
  readonly code = 'died';
}

beforeAll(async () => {
  opened = await openFreshStore(existsSync(memory) ? memory : tmpdir());
  const whole = opened.store;
  const store = delegatingStore(whole, {
    async commit(partition, operations) {
      const when = dying;
      dying = undefined;
      if (when === 'before') throw new DiedError();
      const etags = await whole.commit(partition, operations);
      if (when === 'after') throw new DiedError();
      return etags;
    },
  });
  world = {
    ...{ store, readModel: createReadModel(), now: () => at, newId: () => 'id', similar: { find: () => [] } },
    firstOrganisers: new Set(),
  };
});
afterAll(() => opened.close());

const cases = ['GM0344', 'GM0193'] as const;
const judges: EditionRole[] = [0, 1, 2, 3].map((number) => role(`j${number}`, ['juror']));
const organiser = role('o', ['organiser']);
const later = (from: string, minutes: number) => new Date(Date.parse(from) + minutes * 60_000).toISOString();

type Dying = 'no' | 'before' | 'before, and never again' | 'after';
type Act = { dies: Dying } & (
  | {
      kind: 'write';
      judge: number;
      entry: number;
      wish: 'save' | 'hand-in';
      scores: number[];
      fresh: boolean;
    }
  | { kind: 'abstain' | 'undo'; judge: number; entry: number; fresh: boolean }
  | { kind: 'person'; judge: number; state: JudgeState }
  | { kind: 'close' | 'freeze' | 'reopen' | 'wait' | 'move-channel' }
  | { kind: 'assign'; seed: number }
);

const place = { judge: fc.nat({ max: 3 }), entry: fc.nat({ max: 1 }), fresh: fc.boolean() };
const dies = fc.constantFrom<Dying>('no', 'no', 'no', 'before', 'before, and never again', 'after');
const state = fc.record({
  isIn: fc.boolean(),
  organisation: fc.constantFrom(undefined, ...cases),
  isElsewhere: fc.boolean(),
});
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 7,
    arbitrary: fc.record({
      ...{ ...place, dies, kind: fc.constant('write' as const) },
      wish: fc.constantFrom('save' as const, 'hand-in' as const, 'hand-in' as const),
      scores: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ ...place, dies, kind: fc.constantFrom('abstain' as const, 'undo' as const) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ dies, kind: fc.constant('person' as const), judge: place.judge, state }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      dies,
      kind: fc.constantFrom(
        'close' as const,
        'freeze' as const,
        'reopen' as const,
        'wait' as const,
        'move-channel' as const,
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ dies, kind: fc.constant('assign' as const), seed: fc.nat({ max: 9 }) }),
  },
);

const criteria = ['success', 'value', 'reuse', 'inclusion'];
const full = (scores: readonly number[]) =>
  content(Object.fromEntries(scores.map((score, index) => [criteria[index] ?? '', score])));

/** One history, in an edition of its own. */
class History {
  readonly model: JuryModel;
  readonly edition: Edition;
  readonly #isAssigned: boolean;
  /** What delivery drew last of each post, and at which revision. */
  readonly #drawn = new Map<number, { wanted: number; counts: unknown }>();
  #closesAt = later(now, 1_000);
  #channels = 0;

  constructor(isAssigned: boolean) {
    this.#isAssigned = isAssigned;
    const assigned = isAssigned ? [] : ('everybody' as const);
    this.model = new JuryModel(
      judges.map(personId),
      cases.map((municipality) => ({ municipality, assigned })),
    );
    this.model.isOpen = () => at < this.#closesAt;
    const assignment = isAssigned ? { perSubmission: 2 } : 'everybody';
    this.edition = exampleEdition({
      id: `k${String((histories += 1))}`,
      rounds: exampleEdition().rounds.map((each) => ({ ...each, closesAt: this.#closesAt, assignment })),
    });
  }

  submissionId = (entry: number) => `${this.edition.id}-${entry}`;

  async begin(): Promise<void> {
    at = now;
    const { store } = world;
    const current = await currentEditions.read(store, programmePartition, currentEditionId);
    await store.commit(programmePartition, [
      currentEditions.write(currentEditionId, { editionId: this.edition.id }, current),
    ]);
    await store.commit(editionPartition(this.edition.id), [
      editions.create(editionDocumentId, this.edition),
      ...[...judges, organiser].map((each) => editionRoles.create(rolePrefix + personId(each), each)),
    ]);
    for (const [entry, code] of cases.entries()) {
      await submitInitiative(store, {
        ...{ submissionId: this.submissionId(entry), editionId: this.edition.id, submitter: 't:s' },
        fields: { ...fields, participant: { kind: 'municipality', code } },
        receivedAt: now,
      });
    }
    await this.#draw();
  }

  /** Does it, dying as told; unless it is never done again, whoever asked for it asks again. */
  async take(one: Act): Promise<void> {
    const { inStore, inModel } = this.#deedOf(one);
    dying = one.dies === 'no' ? undefined : one.dies === 'after' ? 'after' : 'before';
    const died = await survive(inStore());
    dying = undefined;
    if (died && one.dies !== 'before, and never again') await survive(inStore());
    if (!(died && one.dies === 'before, and never again')) inModel();
    await finishAssignments(world);
    await this.#readAssigned();
    await this.#draw();
  }

  #deedOf(one: Act): { inStore: () => Promise<unknown>; inModel: () => void } {
    const { model, edition } = this;
    const about = { editionId: edition.id, roundId: 'preselection' as const };
    const nothing = () => undefined;
    switch (one.kind) {
      case 'write': {
        const { judge, entry, wish, scores } = one;
        const basedOn = seen(model.sheets.get(keyOf(judge, entry))?.revision, one.fresh);
        const command = { ...this.#at(entry), content: full(scores), wish, basedOn };
        return {
          inStore: () => writeSheet(world, judgeAt(judge), command),
          inModel: () => model.write(judge, entry, wish, scores, basedOn),
        };
      }
      case 'abstain':
      case 'undo': {
        const { judge, entry, kind } = one;
        const basedOn = seen(model.abstentions.get(keyOf(judge, entry))?.revision, one.fresh);
        const command = { ...this.#at(entry), basedOn, reason: 'Ik ken de indiener' };
        const carryOut = kind === 'abstain' ? abstain : undoAbstention;
        return {
          inStore: () => carryOut(world, judgeAt(judge), command),
          inModel: () => model.abstain(judge, entry, kind === 'abstain', basedOn),
        };
      }
      case 'person':
        return {
          inStore: () => this.#keepPerson(one.judge, one.state),
          inModel: () => void (model.judges[one.judge] = one.state),
        };
      case 'close':
        return {
          inStore: () => closeRound(world, organiser, about),
          inModel: () => void (this.#closesAt = at < this.#closesAt ? at : this.#closesAt),
        };
      case 'reopen': {
        const until = later(at, 5);
        return {
          inStore: () => reopenRound(world, organiser, { ...about, until }),
          inModel: () => void (this.#closesAt = at >= this.#closesAt ? until : this.#closesAt),
        };
      }
      case 'freeze':
        return { inStore: () => this.#freeze(), inModel: nothing };
      case 'wait':
        at = later(at, 2);
        return { inStore: async () => undefined, inModel: nothing };
      case 'move-channel': {
        this.#channels += 1;
        const channel = {
          serviceUrl: 'https://teams.example/',
          conversationId: `19:${this.#channels}`,
          tenantId: 't',
        };
        return {
          inStore: () => bindChannel(world, { ...organiser, language: 'nl' }, { use: 'jury' }, channel),
          inModel: nothing,
        };
      }
      case 'assign':
        return { inStore: () => this.#assign(one.seed), inModel: nothing };
      default:
        return one satisfies never;
    }
  }

  #at = (entry: number) => ({ submissionId: this.submissionId(entry), roundId: 'preselection' as const });

  /** As whoever keeps the people of an edition: the posts are drawn anew, as other judges count. */
  async #keepPerson(judge: number, person: JudgeState): Promise<void> {
    const { store } = world;
    const partition = editionPartition(this.edition.id);
    const id = rolePrefix + personId(judgeAt(judge));
    const before = await editionRoles.read(store, partition, id);
    await store.commit(partition, [editionRoles.write(id, roleOf(judgeAt(judge), person), before)]);
    for (const entry of cases.keys()) {
      const of = submissionPartition(this.submissionId(entry));
      await store.commit(of, await juryPostChanged(store, of, 'preselection'));
    }
  }

  async #freeze(): Promise<void> {
    const kept = await readEdition(world.store, this.edition.id);
    const round = kept && roundOf(kept, 'preselection');
    if (kept !== undefined && round !== undefined) await freezeRound(world, kept, round);
  }

  async #assign(seed: number): Promise<void> {
    const wish = { editionId: this.edition.id, roundId: 'preselection' as const, seed };
    const preview = await previewAssignment(world, organiser, wish);
    if (preview === undefined) return;
    await applyAssignment(world, organiser, { ...wish, fingerprint: preview.fingerprint });
  }

  /** Who is assigned is the assignment's own matter: the model takes it as it is. */
  async #readAssigned(): Promise<void> {
    if (!this.#isAssigned) return;
    for (const [entry, about] of this.model.cases.entries()) {
      const partition = submissionPartition(this.submissionId(entry));
      const kept = await assignments.read(world.store, partition, assignmentId('preselection'));
      about.assigned = kept?.value.judges ?? [];
    }
  }

  /** As delivery does: a post that wants to be changed is drawn from what is true then. */
  async #draw(): Promise<void> {
    for (const entry of cases.keys()) {
      const id = messagePrefix + juryPostName('preselection');
      const partition = submissionPartition(this.submissionId(entry));
      const wanted = (await outgoingMessages.read(world.store, partition, id))?.value.wanted ?? 0;
      if (wanted === this.#drawn.get(entry)?.wanted) continue;
      const view = await viewJuryPost(world, this.submissionId(entry), 'preselection');
      const counts = { handedIn: view?.handedIn, judges: view?.judges };
      this.#drawn.set(entry, { wanted, counts });
    }
  }

  async check(): Promise<void> {
    for (const entry of cases.keys()) {
      expect(this.#drawn.get(entry)?.counts).toEqual(this.model.counts(entry));
      const partition = submissionPartition(this.submissionId(entry));
      const kept = await scoreSheets.list(world.store, partition, { prefix: sheetPrefix('preselection') });
      const found = kept.map(({ value: { judge, status, revision, scores } }) => [
        ...[judge, status, revision],
        criteria.flatMap((id) => scores[id] ?? []).join(),
      ]);
      const expected = judges.flatMap((judge, index): unknown[] => {
        const sheet = this.model.sheets.get(keyOf(index, entry));
        return sheet === undefined ? [] : [[personId(judge), sheet.status, sheet.revision, sheet.scores]];
      });
      expect(found).toEqual(expected);
    }
  }

  /** A judge sees their own sheet where they have a seat, and nobody's anywhere else. */
  async checkSight(): Promise<void> {
    for (const entry of cases.keys()) {
      for (const [index, judge] of judges.entries()) {
        const view = await viewOwnSheet(world, judge, this.submissionId(entry), 'preselection').catch(
          asRefused,
        );
        const maySee = this.model.mayAct(index, entry) && !this.model.isOut(keyOf(index, entry));
        if (this.model.isOpen()) expect([entry, index, view !== undefined]).toEqual([entry, index, maySee]);
        if (view?.sheet !== undefined) expect(view.sheet.judge).toBe(personId(judge));
      }
    }
  }
}

function seen(revision = 0, isFresh: boolean): number {
  return isFresh ? revision : Math.max(0, revision - 1);
}

function judgeAt(index: number): EditionRole {
  const judge = judges[index];
  if (judge === undefined) throw new Error('there is no such judge');
  return judge;
}

function asRefused(error: unknown): undefined {
  if (!(error instanceof RefusedError)) throw error;
  return undefined;
}

/** @returns whether the server died meanwhile */
async function survive(deed: Promise<unknown>): Promise<boolean> {
  try {
    await deed;
    return false;
  } catch (error) {
    if (error instanceof DiedError) return true;
    asRefused(error);
    return false;
  }
}

test(
  'whoever comes and goes, and whenever the server dies: posts, sheets and log are those of the rules',
  async () => {
    const acts = fc.array(act, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.boolean(), acts, async (isAssigned, all) => {
        const history = new History(isAssigned);
        await history.begin();
        for (const one of all) {
          await history.take(one);
          await history.check();
        }
        await history.checkSight();
      }),
      effort(500, 10_000),
    );
    const { faults, rounds } = await verifyLog(world.store);
    expect(faults).toEqual([]);
    expect(rounds.reduce((sum, { kept }) => sum + kept.handedIn, 0)).toBeGreaterThan(20);
  },
  runs(120_000, 1_800_000),
);
