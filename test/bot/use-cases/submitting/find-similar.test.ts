import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Edition } from '../../../../bot/domain/edition/edition.ts';
import { municipalityOf } from '../../../../bot/domain/municipality/municipality.ts';
import { practices, practiceUrl } from '../../../../bot/domain/practice/practice.ts';
import type { Submission } from '../../../../bot/domain/submission/submission.ts';
import {
  editionDocumentId,
  editionPartition,
  editions,
} from '../../../../bot/store/documents/edition-documents.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../../../bot/store/documents/submission-documents.ts';
import type { Similar, SimilarQuery } from '../../../../bot/use-cases/submitting/find-similar.ts';
import type { StartedSimilarIndex } from '../../../../bot/views/similar-index.ts';
import { startSimilarIndex } from '../../../../bot/views/similar-index.ts';
import { waitFor } from '../../../wait-for.ts';
import { edition, now, submission } from '../../domain/examples.ts';
import { openFreshStore } from '../../store/sqlite/open-fresh-store.ts';

const running = edition({ example: false });
const judgedUntil = '2025-06-01T00:00:00.000Z';
const over = edition({
  id: 'gemeentedelers-2025',
  name: 'GemeenteDelers 2025',
  numberPrefix: 'GD25',
  closesAt: judgedUntil,
  rounds: running.rounds.map((round) => ({ ...round, closesAt: judgedUntil })),
  example: false,
});

const secret = 'Een til met negentig bewoners, mededinger van de marmot.';
const dovecote = submission({ id: 'duiventoren', title: 'Duiventoren op het raadhuis', description: secret });
const query: SimilarQuery = {
  title: 'Een duiventoren boven het raadhuis',
  description: 'Met een til voor de marmot.',
  editionId: running.id,
  person: 'somebody:else',
};

let opened: Awaited<ReturnType<typeof openFreshStore>>;
let index: StartedSimilarIndex;

beforeEach(async () => {
  opened = await openFreshStore();
  await store(running, over);
  index = start();
});
afterEach(async () => {
  await index.stop();
  await opened.close();
});

function start(): StartedSimilarIndex {
  return startSimilarIndex({ store: opened.store, now: () => now });
}

async function store(...all: (Edition | Submission)[]): Promise<void> {
  for (const each of all) {
    if ('rounds' in each) {
      await opened.store.commit(editionPartition(each.id), [editions.create(editionDocumentId, each)]);
      continue;
    }
    const partition = submissionPartition(each.id);
    const before = await submissions.read(opened.store, partition, submissionDocumentId);
    await opened.store.commit(partition, [submissions.write(submissionDocumentId, each, before)]);
  }
}

/** What is found once everything stored can be. */
async function found(changes: Partial<SimilarQuery> = {}, most?: number): Promise<Similar[]> {
  await index.stop();
  index = start();
  await index.ready();
  return index.finder.find({ ...query, ...changes }, most);
}

describe('a submission of the running edition', () => {
  test('is shown to others by title and municipality, and nothing else', async () => {
    await store(dovecote);
    const [similar, ...others] = await found();
    expect(others).toEqual([]);
    expect(similar).toEqual({
      kind: 'submission',
      id: 'duiventoren',
      title: 'Duiventoren op het raadhuis',
      municipality: 'Utrecht',
      editionName: running.name,
      number: undefined,
      score: expect.any(Number),
      why: expect.any(Array),
    });
    expect(new Set(similar?.why)).toEqual(new Set(['duiventoren', 'raadhuis']));
    expect(JSON.stringify(similar)).not.toMatch(/til|marmot|negentig|sanne|GD27/u);
  });

  test('is shown to who handed it in with its number and the words of its text', async () => {
    await store(dovecote);
    const [similar] = await found({ person: dovecote.submitter });
    expect(similar?.number).toBe('GD27-0001');
    expect(similar?.why).toEqual(expect.arrayContaining(['til', 'marmot']));
  });

  test('is not shown when it is withdrawn, and is again when that is undone', async () => {
    await store(dovecote, { ...dovecote, status: 'withdrawn' });
    expect(await found()).toEqual([]);
    expect(await found({ person: dovecote.submitter })).toEqual([]);
    await store(dovecote);
    expect(await found()).toHaveLength(1);
  });

  test('is not shown to who is changing it', async () => {
    await store(dovecote);
    expect(await found({ person: dovecote.submitter, exclude: dovecote.id })).toEqual([]);
  });

  test('is found as it is now, as soon as the feed tells', async () => {
    await store(dovecote);
    await index.ready();
    await waitFor('the first', () => index.finder.find(query).length === 1);
    await store({ ...dovecote, title: 'Skatebaan in de kerk', description: 'Skaten onder de gewelven.' });
    await waitFor('the change', () => index.finder.find(query).length === 0);
    expect(index.finder.find({ ...query, title: 'Skatebaan', description: '' })).toHaveLength(1);
  });
});

test('a submission of an edition that is over has its number, and still keeps its text', async () => {
  await store({ ...dovecote, editionId: over.id, number: 42 });
  const [similar] = await found();
  expect(similar).toMatchObject({ number: 'GD25-0042', editionName: 'GemeenteDelers 2025' });
  expect(similar?.why).not.toContain('marmot');
});

test('a submission of an edition that is not known yet has no number', async () => {
  await store({ ...dovecote, editionId: 'onbekend' });
  expect(await found()).toEqual([expect.objectContaining({ number: undefined, editionName: undefined })]);
});

test.each([
  ['a real one, in its own edition', { example: false }, 1],
  ['a real one, of an earlier edition', { example: false, editionId: over.id }, 1],
  ['an example, in its own edition', { example: true }, 1],
  ['an example, of another edition', { example: true, editionId: over.id }, 0],
])('%s', async (_what, changes, times) => {
  await store({ ...dovecote, ...changes });
  expect(await found()).toHaveLength(times);
});

test('there are at most as many as asked for, best first', async () => {
  const copies = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...dovecote, id }));
  await store(...copies, { ...dovecote, id: 'mindere', title: 'Duiventoren in het park' });
  expect(await found()).toHaveLength(3);
  const all = await found({}, 10);
  expect(all).toHaveLength(6);
  expect(all.at(-1)?.id).toBe('mindere');
  expect(all.map(({ score }) => score)).toEqual(all.map(({ score }) => score).sort((a, b) => b - a));
});

describe('the library', () => {
  test('does not repeat what was handed in here as well', async () => {
    const participant = { kind: 'municipality', code: 'GM0599' } as const;
    await store({ ...dovecote, title: 'Digitale Balie', participant });
    expect(await found({ title: 'Digitale balie', description: '' })).toMatchObject([{ kind: 'submission' }]);
  });

  test('is found without anything stored, with where it can be read', async () => {
    expect(await found({ title: 'Digitale balie', description: '' })).toEqual([
      {
        kind: 'practice',
        id: 'digitale-balie',
        title: 'Digitale Balie',
        municipality: 'Rotterdam',
        editionName: 'GemeenteDelers 2021',
        url: 'https://github.com/Municipality-of-Rotterdam/Digitale-Balie',
        score: expect.any(Number),
        why: ['balie'],
      },
    ]);
  });

  test('has an id, a source and a municipality that exists for each', () => {
    expect(new Set(practices.map(({ id }) => id)).size).toBe(practices.length);
    for (const { id, municipality, sources } of practices) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
      expect(sources.every((source) => source.length > 0)).toBe(true);
      expect(sources.length).toBeGreaterThan(0);
      if (municipality !== undefined) expect(municipalityOf(municipality)).toBeDefined();
    }
  });

  test.each([
    [['gemeente.nu 2021-11', 'github.com/a/B-c'], 'https://github.com/a/B-c'],
    [['gemeente.nu 2021-11'], undefined],
    [['open-overheid.nl (category/open-contact)'], undefined],
    [['javascript:alert(1)//x.nl/a'], undefined],
    [[], undefined],
  ])('%j can be read at %s', (sources, url) => {
    expect(practiceUrl({ sources })).toBe(url);
  });
});
