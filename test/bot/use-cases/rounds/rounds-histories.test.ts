import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EditionRole } from '../../../../bot/domain/edition/edition-role.ts';
import { isJudge } from '../../../../bot/domain/edition/edition-role.ts';
import type { Edition } from '../../../../bot/domain/edition/edition.ts';
import { roundOf } from '../../../../bot/domain/edition/edition.ts';
import { panelFor } from '../../../../bot/domain/judging/panel.ts';
import { personId } from '../../../../bot/domain/person.ts';
import {
  editionDocumentId,
  editionPartition,
  editionRoles,
  editions,
  rolePrefix,
} from '../../../../bot/store/documents/edition-documents.ts';
import {
  scoreSheets,
  sheetPrefix,
  submissionPartition,
} from '../../../../bot/store/documents/submission-documents.ts';
import { abstain, undoAbstention } from '../../../../bot/use-cases/judging/abstain.ts';
import { freezeRound } from '../../../../bot/use-cases/rounds/close-round-freeze.ts';
import { readEdition } from '../../../../bot/use-cases/edition-context.ts';
import { closeRound, reopenRound } from '../../../../bot/use-cases/rounds/open-round.ts';
import { RefusedError } from '../../../../bot/use-cases/refusal.ts';
import { writeSheet } from '../../../../bot/use-cases/judging/score-submission.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { verifyLog } from '../../../../bot/use-cases/log/verify-log.ts';
import { viewJuryPost } from '../../../../bot/use-cases/judging/view-jury-post.ts';
import type { World } from '../../../../bot/use-cases/world.ts';
import { createReadModel } from '../../../../bot/views/kept-read-model.ts';
import { effort, runs } from '../../../runs.ts';
import { content, edition as exampleEdition, fields, now, role } from '../../domain/examples.ts';
import { openFreshStore } from '../../store/sqlite/open-fresh-store.ts';

/**
 * Judges who score, revise, abstain and come back, commands that arrive again, rounds that close and open: after each
 * act the counts are those of a model that knows nothing of stores, and in the end the log agrees with all of it.
 */

/** In memory where the machine has that: what is tried here is not the disk. */
const memory = '/dev/shm';
let opened: Awaited<ReturnType<typeof openFreshStore>>;
let world: World;
let at = now;
let histories = 0;

beforeAll(async () => {
  opened = await openFreshStore(existsSync(memory) ? memory : tmpdir());
  const readModel = createReadModel();
  const { store } = opened;
  world = {
    ...{ store, readModel, now: () => at, newId: () => 'id', similar: { find: () => [] } },
    firstOrganisers: new Set(),
  };
});
afterAll(() => opened.close());

const cases = ['een', 'twee'] as const;
const judges: EditionRole[] = [
  role('j0', ['juror']),
  role('j1', ['juror']),
  role('j2', ['juror']),
  role('j3', ['juror'], 'GM0344'),
];
const organiser = role('o', ['organiser']);
const minutes = (count: number) => new Date(Date.parse(now) + count * 60_000).toISOString();

type Act =
  | {
      kind: 'write';
      judge: number;
      entry: number;
      wish: 'save' | 'hand-in';
      scores: number[];
      fresh: boolean;
    }
  | { kind: 'abstain' | 'undo'; judge: number; entry: number; fresh: boolean }
  | { kind: 'close' | 'freeze' }
  | { kind: 'reopen'; minutes: number }
  | { kind: 'wait'; minutes: number }
  | { kind: 'again'; back: number };

const place = { judge: fc.nat({ max: 3 }), entry: fc.nat({ max: 1 }), fresh: fc.boolean() };
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      ...place,
      kind: fc.constant('write' as const),
      wish: fc.constantFrom('save' as const, 'hand-in' as const),
      scores: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 4 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ ...place, kind: fc.constantFrom('abstain' as const, 'undo' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('close' as const, 'freeze' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const), minutes: fc.nat({ max: 5 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 0, max: 4 }) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('again' as const), back: fc.nat({ max: 5 }) }) },
);

interface Sheet {
  status: 'draft' | 'handed-in';
  revision: number;
  scores: string;
}

/** The rules in short: what each judge has at each case. */
class Model {
  readonly sheets = new Map<string, Sheet>();
  readonly abstentions = new Map<string, { out: boolean; revision: number }>();
  closesAt = minutes(1_000);

  sheetOf = (key: string) => this.sheets.get(key);
  isOut = (key: string) => this.abstentions.get(key)?.out ?? false;

  mayAct(judge: number): boolean {
    return judge !== 3 && at < this.closesAt;
  }

  write(key: string, judge: number, wish: string, scores: readonly number[], basedOn: number): void {
    if (!this.mayAct(judge) || this.isOut(key)) return;
    const before = this.sheets.get(key);
    if ((before?.revision ?? 0) !== basedOn) return;
    const handsIn = scores.length === 4 && (wish === 'hand-in' || before?.status === 'handed-in');
    if (before?.status === 'handed-in' && !handsIn) return;
    const status = handsIn ? 'handed-in' : 'draft';
    // As it is already: there is nothing to revise.
    if (before?.status === status && before.scores === scores.join()) return;
    this.sheets.set(key, { status, revision: basedOn + 1, scores: scores.join() });
  }

  abstain(key: string, judge: number, out: boolean, basedOn: number): void {
    if (!this.mayAct(judge)) return;
    const before = this.abstentions.get(key);
    if ((before?.revision ?? 0) !== basedOn || (before?.out ?? false) === out) return;
    this.abstentions.set(key, { out, revision: basedOn + 1 });
  }

  counts(entry: number): { handedIn: number; judges: number } {
    const panel = [0, 1, 2].map((judge) => `${judge}/${entry}`).filter((key) => !this.isOut(key));
    const handedIn = panel.filter((key) => this.sheets.get(key)?.status === 'handed-in');
    return { handedIn: handedIn.length, judges: panel.length };
  }
}

const criteria = ['success', 'value', 'reuse', 'inclusion'];
const full = (scores: readonly number[]) =>
  content(Object.fromEntries(scores.map((score, index) => [criteria[index] ?? '', score])));

/** One history, in an edition of its own. */
class History {
  readonly model = new Model();
  readonly edition: Edition;
  readonly #done: (() => Promise<void>)[] = [];

  constructor() {
    this.edition = exampleEdition({
      id: `h${String((histories += 1))}`,
      rounds: exampleEdition().rounds.map((each) => ({ ...each, closesAt: this.model.closesAt })),
    });
  }

  submissionId = (entry: number) => `${this.edition.id}-${cases[entry] ?? ''}`;

  async begin(): Promise<void> {
    at = now;
    const partition = editionPartition(this.edition.id);
    await world.store.commit(partition, [
      editions.create(editionDocumentId, this.edition),
      ...[...judges, organiser].map((each) => editionRoles.create(rolePrefix + personId(each), each)),
    ]);
    for (const [entry] of cases.entries()) {
      await submitInitiative(world.store, {
        submissionId: this.submissionId(entry),
        editionId: this.edition.id,
        submitter: 't:s',
        fields,
        receivedAt: now,
      });
    }
  }

  async take(one: Act): Promise<void> {
    if (one.kind === 'again') return this.#done.at(-1 - one.back)?.();
    const command = this.#commandOf(one);
    this.#done.push(command);
    await command();
  }

  /** With what the judge saw then, so that the same command can come again. */
  #commandOf(one: Exclude<Act, { kind: 'again' }>): () => Promise<void> {
    const { model, edition } = this;
    const about = { editionId: edition.id, roundId: 'preselection' as const };
    switch (one.kind) {
      case 'write': {
        const key = `${one.judge}/${one.entry}`;
        const seen = model.sheetOf(key)?.revision ?? 0;
        const basedOn = one.fresh ? seen : Math.max(0, seen - 1);
        const submissionId = this.submissionId(one.entry);
        const { wish, scores } = one;
        const command = { submissionId, roundId: about.roundId, content: full(scores), wish, basedOn };
        return async () => {
          model.write(key, one.judge, wish, scores, basedOn);
          await Promise.all([1, 2].map(() => refusable(writeSheet(world, judgeAt(one.judge), command))));
        };
      }
      case 'abstain':
      case 'undo': {
        const key = `${one.judge}/${one.entry}`;
        const seen = model.abstentions.get(key)?.revision ?? 0;
        const basedOn = one.fresh ? seen : Math.max(0, seen - 1);
        const command = {
          ...{ submissionId: this.submissionId(one.entry), roundId: about.roundId, basedOn },
          reason: 'Ik ken de indiener',
        };
        const carryOut = one.kind === 'abstain' ? abstain : undoAbstention;
        return async () => {
          model.abstain(key, one.judge, one.kind === 'abstain', basedOn);
          await Promise.all([1, 2].map(() => refusable(carryOut(world, judgeAt(one.judge), command))));
        };
      }
      case 'close':
        return async () => {
          if (at < model.closesAt) model.closesAt = at;
          await refusable(closeRound(world, organiser, about));
        };
      case 'reopen': {
        return async () => {
          const until = new Date(Date.parse(at) + one.minutes * 60_000).toISOString();
          if (at >= model.closesAt && until > at) model.closesAt = until;
          await refusable(reopenRound(world, organiser, { ...about, until }));
        };
      }
      case 'freeze':
        return async () => {
          const kept = await readEdition(world.store, edition.id);
          const round = kept && roundOf(kept, 'preselection');
          if (kept !== undefined && round !== undefined) await freezeRound(world, kept, round);
        };
      case 'wait':
        return async () => {
          at = new Date(Date.parse(at) + one.minutes * 60_000).toISOString();
        };
      default:
        return one satisfies never;
    }
  }

  async check(): Promise<void> {
    for (const [entry] of cases.entries()) {
      const submissionId = this.submissionId(entry);
      expect(await viewJuryPost(world, submissionId, 'preselection')).toMatchObject(this.model.counts(entry));
    }
  }

  /** The views say the same, from the feed, and every sheet is there once, as the model has it. */
  async checkViews(): Promise<void> {
    const readModel = createReadModel();
    const [round] = this.edition.rounds;
    if (round === undefined) throw new Error('there is no round');
    for (const [entry] of cases.entries()) {
      const submissionId = this.submissionId(entry);
      const partition = submissionPartition(submissionId);
      readModel.apply(await world.store.list(partition));
      const submission = readModel.submission(submissionId);
      if (submission === undefined) throw new Error('there is no submission');
      const panel = panelFor(judges.filter(isJudge), submission, readModel.seating(submissionId, round));
      const handedIn = readModel.handedIn(submissionId, round.id, panel);
      expect({ handedIn, judges: panel.length }).toEqual(this.model.counts(entry));
      const kept = await scoreSheets.list(world.store, partition, { prefix: sheetPrefix('preselection') });
      const expected = judges.flatMap((judge, index): unknown[] => {
        const sheet = this.model.sheetOf(`${index}/${entry}`);
        return sheet === undefined ? [] : [[personId(judge), sheet.status, sheet.revision, sheet.scores]];
      });
      const found = kept.map(({ value: { judge, status, revision, scores } }) => [
        ...[judge, status, revision],
        criteria.flatMap((id) => scores[id] ?? []).join(),
      ]);
      expect(found).toEqual(expected);
    }
  }
}

function judgeAt(index: number): EditionRole {
  const judge = judges[index];
  if (judge === undefined) throw new Error('there is no such judge');
  return judge;
}

async function refusable(answer: Promise<unknown>): Promise<void> {
  try {
    await answer;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
  }
}

test(
  'whatever judges do, again and at once, and however the round closes: tally, views and log are the same',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
        const history = new History();
        await history.begin();
        for (const one of acts) {
          await history.take(one);
          await history.check();
        }
        await history.checkViews();
      }),
      effort(500, 10_000),
    );
    const { faults, rounds } = await verifyLog(world.store);
    expect(faults).toEqual([]);
    expect(rounds.reduce((sum, { kept }) => sum + kept.handedIn, 0)).toBeGreaterThan(100);
  },
  runs(60_000, 900_000),
);
