import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import pino from 'pino';
import { createTaps } from '../../../bot/cards/taps.ts';
import { createChatLink } from '../../../bot/cards/chat-link.ts';
import { renderPersonalMessage } from '../../../bot/cards/personal-message.ts';
import { renderJudgingMessage } from '../../../bot/cards/judging-message.ts';
import { createRenderMessage } from '../../../bot/cards/render-message.ts';
import type { SheetContent } from '../../../bot/domain/judging/score-sheet.ts';
import { personId } from '../../../bot/domain/person.ts';
import { outgoingMessages } from '../../../bot/store/documents/message-documents.ts';
import { roleIn } from '../../../bot/use-cases/edition-context.ts';
import { noticeDivergence } from '../../../bot/use-cases/judging/divergence.ts';
import { writeSheet } from '../../../bot/use-cases/judging/score-submission.ts';
import { submitInitiative } from '../../../bot/use-cases/submitting/submit-initiative.ts';
import type { TabNews } from '../../../bot/use-cases/overview/tab-news.ts';
import { tabNews } from '../../../bot/use-cases/overview/tab-news.ts';
import { createJudgeContacts } from '../../../bot/views/judge-contacts.ts';
import { tabLink } from '../../cards/jury-samples.ts';
import type { Person } from '../../teams/people.ts';
import { people, tenantId } from '../../teams/people.ts';
import type { Tab } from '../access/app-in-process.ts';
import { openTab, tapsContext } from '../access/app-in-process.ts';
import { fields, now } from '../domain/examples.ts';
import type { OpenWorld } from '../use-cases/world.ts';
import { openWorld } from '../use-cases/world.ts';

/** A jury at work, and all that one of them can come to see of it. */

/** `grip` is of the municipality of juror 5, `drempel` has that of juror 4 as a partner. */
export const cases = ['luisterpaal', 'grip', 'drempel'] as const;
export type Case = (typeof cases)[number];

const involved: Record<Case, Partial<typeof fields>> = {
  luisterpaal: {},
  grip: { participant: { kind: 'municipality', code: 'GM0193' }, title: 'Grip op schulden' },
  drempel: {
    participant: { kind: 'municipality', code: 'GM0518' },
    partners: [{ kind: 'municipality', code: 'GM0513' }],
    title: 'Zonder drempel',
    categoryId: 'indirect',
  },
};

/** In memory where the machine has that: what is tried here is not the disk. */
const memory = '/dev/shm';

export class BlindWorld {
  readonly world: OpenWorld;
  readonly tab: Tab;
  /** What the server wrote in its log, without what differs from one turn to the next. */
  readonly log: string[];
  /** What the open tab of each was told, in order. */
  readonly #told = new Map<string, TabNews[]>();
  readonly #revisions = new Map<string, number>();

  private constructor(world: OpenWorld, tab: Tab, log: string[]) {
    this.world = world;
    this.tab = tab;
    this.log = log;
  }

  static async open(): Promise<BlindWorld> {
    const world = await openWorld({ where: existsSync(memory) ? memory : tmpdir() });
    for (const submissionId of cases) {
      await submitInitiative(world.store, {
        ...{ submissionId, editionId: world.edition.id, submitter: 't:indiener', receivedAt: now },
        fields: { ...fields, ...involved[submissionId] },
      });
    }
    await world.catchUp();
    const log: string[] = [];
    const logger = pino({ level: 'debug' }, { write: (line: string) => void log.push(steady(line)) });
    return new BlindWorld(world, await openTab(world, logger), log);
  }

  /** From now on it is kept what this person's open tab is told. */
  async follow(person: Person): Promise<void> {
    const role = await roleIn(this.world, this.world.edition.id, keyOf(person));
    const told: TabNews[] = [];
    this.#told.set(person.id, told);
    const { readModel } = this.world;
    readModel.onChange((change) => told.push(...tabNews(readModel, personId(keyOf(person)), role, change)));
  }

  /** Writes a judge's sheet on what it is now, and lets everything follow that follows from it. */
  async write(
    judge: Person,
    submissionId: Case,
    content: SheetContent,
    wish: 'save' | 'hand-in',
  ): Promise<void> {
    const key = `${judge.id} ${submissionId}`;
    const basedOn = this.#revisions.get(key) ?? 0;
    const place = { submissionId, roundId: 'preselection' as const };
    const { sheet } = await writeSheet(this.world, keyOf(judge), { ...place, content, wish, basedOn });
    this.#revisions.set(key, sheet?.revision ?? 0);
    await noticeDivergence(this.world, submissionId, 'preselection');
    await this.world.catchUp();
  }

  /** Everything that this person can come to see, by where they see it. */
  async seenBy(person: Person): Promise<Record<string, string>> {
    return {
      ...(await this.#taps(person)),
      ...(await this.#routes(person)),
      ...(await this.#messages(person)),
      news: JSON.stringify(this.#told.get(person.id) ?? []),
    };
  }

  async #taps(person: Person): Promise<Record<string, string>> {
    const tap = createTaps(tapsContext(this.world));
    const seen: Record<string, string> = {};
    for (const submission of [...cases, 'weg']) {
      for (const [verb, data] of attempts) {
        for (const where of ['channel', 'chat'] as const) {
          const reply = await tap({
            ...{ kind: 'tapped', verb, where, at: now, automatic: verb === 'sheet.refresh' },
            key: [verb, submission, where].join(),
            person: { ...keyOf(person), name: person.name, language: 'nl', teamsUserId: person.teamsId },
            data: { submission, round: 'preselection', ...data },
          });
          seen[`${verb} of ${submission} in ${where}`] = JSON.stringify(reply);
        }
      }
    }
    return seen;
  }

  async #routes(person: Person): Promise<Record<string, string>> {
    const paths = [
      ...['me', 'leaderboard?category=direct', 'leaderboard?category=indirect', 'leaderboard', 'shortlist'],
      ...['progress/judges', 'progress/entries'],
      ...['progress', 'start', 'judging', 'submissions/weg', 'nothing', 'cuts'],
      ...['cut', 'cut/preview', 'cut/history'].flatMap((path) =>
        ['direct', 'indirect'].map((each) => `${path}?round=preselection&category=${each}&size=2`),
      ),
      ...['feedback', 'feedback/luisterpaal'].map((path) => `${path}?round=preselection`),
      ...cases.flatMap((each) => [`submissions/${each}`, `submissions/${each}/sheet`]),
      ...['csv', 'json', 'xlsx'].flatMap((format) => [
        `export?round=preselection&format=${format}`,
        `export?round=preselection&format=${format}&names=yes`,
      ]),
      ...['submissions', 'submissions?sort=title&own=handed-in', 'submissions/places'],
      ...cases.flatMap((each) => ['', '/history', '/place'].map((part) => `submissions/${each}${part}`)),
    ];
    const seen: Record<string, string> = {};
    for (const path of paths) {
      const { status, body } = await this.tab.ask(keyOf(person), `/api/tab/${path}`);
      seen[`GET ${path}`] = `${status} ${body}`;
    }
    // On a revision that is not there yet: what is answered is all that comes of it.
    const content = { scores: { success: 3 }, remarks: {}, overallRemark: '' };
    const sheet = { roundId: 'preselection', basedOn: 7, wish: 'save', content };
    const reason = { roundId: 'preselection', basedOn: 7, reason: 'Ik ken ze' };
    for (const [part, carried] of [['sheet', sheet] as const, ['abstention', reason] as const]) {
      const path = `/api/tab/submissions/grip/${part}`;
      const { status, body } = await this.tab.act(keyOf(person), path, carried);
      seen[`POST ${path}`] = `${status} ${body}`;
    }
    return seen;
  }

  /** What stands in the channel and in this person's chat, and how often each was changed. */
  async #messages(person: Person): Promise<Record<string, string>> {
    const { world } = this;
    const render = createRenderMessage({
      world,
      deepLink: tabLink,
      chatLink: createChatLink({ appId: 'app' }),
      renderPersonal: (who, content) => renderPersonalMessage(world, who, content),
      renderJudging: (who, content) =>
        renderJudgingMessage({ world, contacts: createJudgeContacts(), deepLink: tabLink }, who, content),
    });
    const { changes } = await world.store.readFeed('all', null, 1_000_000);
    const seen: Record<string, string> = {};
    for (const document of changes.filter((each) => outgoingMessages.is(each))) {
      const { destination, content, wanted } = outgoingMessages.parse(document).value;
      if (destination.kind === 'person' && destination.person !== personId(keyOf(person))) continue;
      if (destination.kind === 'organisers-channel' || destination.kind === 'question-thread') continue;
      const drawn = await render(content, destination, 'marker');
      seen[`${document.partition} ${document.id}`] = `${wanted} ${JSON.stringify(drawn)}`;
    }
    return seen;
  }

  async close(): Promise<void> {
    await this.tab.close();
    await this.world.close();
  }
}

/** What changes nothing, however often: what is missing or wrong keeps the rest from being stored. */
const attempts: readonly (readonly [verb: string, data: Record<string, unknown>])[] = [
  ['sheet.open', {}],
  ['sheet.refresh', {}],
  ['sheet.edit', {}],
  ['sheet.close', {}],
  ['sheet.refresh', {}],
  ['sheet.hand-in', { basedOn: 7, 'score.success': '4' }],
  ['sheet.save', { basedOn: 7 }],
  ['sheet.hand-in', { basedOn: 'nul' }],
  ['sheet.abstain', { basedOn: 0, abstention: 3, 'abstain.reason': ' ' }],
  ['sheet.abstain-undo', { abstention: 3 }],
  ['own.view', {}],
  ['nomination.confirm', {}],
  ['todo.list', {}],
  ['late.list', {}],
  ['people.list', {}],
  ['desk.open', {}],
];

export function keyOf({ id: objectId }: Pick<Person, 'id'>) {
  return { tenantId, objectId };
}

export const blindOnes: readonly Person[] = [
  people.juror1,
  people.juror4,
  people.juror5,
  people.sanne,
  people.mehmet,
];

function steady(line: string): string {
  return line.replace(/"(time|ms|pid)":\d+|"(turn|hostname)":"[^"]*"/g, '');
}
