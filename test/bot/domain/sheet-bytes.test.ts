import { describe, expect, test } from '@jest/globals';
import { expandCard } from '../../../bot/cards/expand-card.ts';
import { sheetValues } from '../../../bot/cards/sheet-card.ts';
import type { FileRound } from '../../../bot/domain/edition/edition-file-schema.ts';
import { editionFileSchema } from '../../../bot/domain/edition/edition-file-schema.ts';
import { readEditionFile } from '../../../bot/domain/edition/edition-file.ts';
import { sheetBytes } from '../../../bot/domain/edition/sheet-bytes.ts';
import type { SheetView } from '../../../bot/use-cases/judging/score-submission.ts';
import { edition, submission } from './examples.ts';
import { fileWith } from './edition-files.ts';

const words = (length: number, word = 'gemeente ') => word.repeat(length).slice(0, length).trim() || 'x';

function roundOf(
  count: number,
  name: number,
  explanation: number,
  highest: number,
  anchor: number,
): FileRound {
  const local = (length: number) => ({ nl: words(length), en: words(length) });
  const file = fileWith([
    ['rounds', 0, 'scale'],
    {
      lowest: 1,
      highest,
      ...(anchor > 0 && {
        anchors: Object.fromEntries(
          Array.from({ length: highest }, (_, index) => [String(index + 1), local(anchor)]),
        ),
      }),
    },
  ]);
  const [round] = editionFileSchema.parse(JSON.parse(file)).rounds;
  if (round === undefined) throw new Error('the template has no round');
  const criteria = Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    name: { nl: `${index} ${words(name - 2)}` },
    explanation: local(explanation),
    weight: 1,
  }));
  return { ...round, criteria };
}

test('a score with a description shows it, the others as ever', () => {
  const reading = readEditionFile(fileWith());
  const [kept] = 'edition' in reading ? reading.edition.rounds : [];
  if (kept === undefined) throw new Error('the template has no round');
  const view: SheetView = {
    edition: edition(),
    round: { ...kept, scale: { ...kept.scale, anchors: kept.scale.anchors?.slice(0, 2) } },
    submission: submission(),
    roundPhase: 'open',
    faults: [],
  };
  const content = { scores: {}, remarks: {}, overallRemark: '' };
  const titles = (language: 'nl' | 'en') =>
    sheetValues(language, { view, content }, () => '').choices.map(({ title }) => title);
  expect(titles('nl')).toEqual(['1: onvoldoende', '2', '3: goed', '4', '5 (hoogst)', 'Niet te beoordelen']);
  expect(titles('en').slice(0, 3)).toEqual(['1: poor', '2', '3: good']);
});

describe('the size of a score sheet is known before it is drawn', () => {
  test.each([
    [1, 10, 40, 5, 0],
    [3, 12, 60, 5, 12],
    [4, 20, 300, 10, 0],
    [6, 40, 100, 5, 40],
    [9, 30, 1_000, 5, 0],
    [2, 10, 40, 100, 0],
    [14, 10, 20, 3, 0],
  ])('%d criteria with names of %d, explanations of %d, scores to %d with %d', (...shape) => {
    const round = roundOf(...shape);
    const reading = readEditionFile(fileWith([['rounds', 0], { ...round }]));
    const kept = 'edition' in reading ? reading.edition.rounds[0] : undefined;
    const drawn =
      kept === undefined
        ? undefined
        : expandCard(
            'score-sheet',
            sheetValues(
              'nl',
              {
                view: {
                  edition: edition(),
                  round: kept,
                  submission: submission(),
                  roundPhase: 'open',
                  faults: [],
                },
                content: { scores: {}, remarks: {}, overallRemark: '' },
              },
              () => `https://teams.microsoft.com/${'x'.repeat(300)}`,
            ),
          );
    const real = Buffer.byteLength(JSON.stringify(drawn ?? {}));
    const estimate = sheetBytes(round, 'full');
    expect(kept).toBeDefined();
    expect(estimate).toBeGreaterThanOrEqual(real);
    expect(estimate).toBeLessThan(500 + real * 1.25);
  });
});
