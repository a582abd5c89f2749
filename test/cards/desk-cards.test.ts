import { expect, test } from '@jest/globals';
import { deskAssignmentDrawing } from '../../bot/cards/desk-assignment-drawing.ts';
import { deskChannelsDrawing } from '../../bot/cards/desk-channels-drawing.ts';
import { deskDrawing } from '../../bot/cards/desk-drawing.ts';
import { expandCard } from '../../bot/cards/expand-card.ts';
import { role, submission } from '../bot/domain/examples.ts';
import { bytesOf, readJson } from './card-files.ts';
import { channelsView, deskSamples, deskView, preview } from './desk-samples.ts';

test.each(Object.entries(deskSamples))('the samples of %s are as it is drawn now', (card, samples) => {
  for (const [name, values] of Object.entries(samples)) {
    expect(readJson(`${card}/${name}.json`)).toEqual(JSON.parse(JSON.stringify(values)));
  }
});

test('many judges, many that are short and long names fit on a card', () => {
  const long = '*'.repeat(200);
  const cases = Array.from({ length: 300 }, (_, index) => ({
    submission: submission({ id: `i${String(index)}`, number: index + 1 }),
    ...{ judges: [], added: [], removed: [] },
  }));
  const judges = Array.from({ length: 300 }, () => ({
    judge: role(long, ['juror']),
    before: 99,
    after: 100,
  }));
  const short = cases.map((each) => ({ submissionId: each.submission.id, judges: 1 }));
  const round = { ...preview.round, name: { nl: long } };
  const drawn = deskAssignmentDrawing(
    { ...preview, round, preview: { ...preview, cases, judges, short } },
    'nl',
  );
  expect(bytesOf(expandCard(drawn.template, drawn.values))).toBeLessThan(20_480);
});

test('a dozen categories with long names and channels fit on a card', () => {
  const category = { id: 'c'.repeat(40), name: { nl: '*'.repeat(200) }, explanation: { nl: 'x' } };
  const [all] = channelsView.channels;
  const channels = Array.from({ length: 12 }, () => ({
    ...{ id: `channel:${category.id}`, category, use: { use: 'jury' as const, categoryId: category.id } },
    binding: all?.binding,
  }));
  for (const { template, values } of [
    deskChannelsDrawing({ ...channelsView, channels }, 'nl'),
    deskDrawing({ ...deskView, channels }, 'nl'),
  ])
    expect(bytesOf(expandCard(template, values))).toBeLessThan(20_480);
});
