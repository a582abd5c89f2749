import { practices } from '../../bot/domain/practice/practice.ts';
import { chanceFrom } from '../../bot/domain/ranking/chance.ts';
import { createSimilarTexts } from '../../bot/views/similar-texts.ts';
import pairs from '../bot/views/similar-pairs.json' with { type: 'json' };

/**
 * How long it takes to find what resembles an initiative, beside a plain scan of all texts for the query's words, in
 * turns in one run. The texts are put together from the words of real ones, common words more often, and one word in
 * twelve is a compound that is in few others. The questions are those of the labelled pairs.
 */

const rounds = 2;
const wordsATitle = 5;
const wordsADescription = 40;

const questions = [...pairs.tuned, ...pairs.heldOut];
const words = [
  ...practices.map(({ title, summary }) => `${title} ${summary}`),
  ...pairs.submissions.map(told),
]
  .join(' ')
  .toLowerCase()
  .match(/\p{L}+/gu) ?? [''];

for (const size of [1_000, 10_000, 100_000]) {
  const seeded = chanceFrom(size);
  const chance = () => seeded.uniform();
  const texts = Array.from({ length: size }, () => ({
    title: someWords(wordsATitle, chance),
    description: someWords(wordsADescription, chance),
  }));
  const before = process.memoryUsage().heapUsed;
  const index = createSimilarTexts();
  const begun = performance.now();
  for (const [at, { title, description }] of texts.entries()) index.put(String(at), title, description);
  const put = performance.now() - begun;
  const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  const plain = texts.map((text) => told(text).toLowerCase());
  const times = { ours: [] as number[], plain: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const question of questions) {
      const ours = timed(() => index.like(question.title, question.description, () => true, 3));
      const scan = timed(() => scanned(plain, told(question)));
      // The first round warms up.
      if (round > 0) times.ours.push(ours);
      if (round > 0) times.plain.push(scan);
    }
  }
  console.log(
    `${size} texts: ${(put / size).toFixed(3)} ms to put one in, about ${megabytes.toFixed(0)} MB in all; find ${spread(times.ours)}; plain scan ${spread(times.plain)}`,
  );
}

/** The three texts with most of the words in them. */
function scanned(texts: readonly string[], question: string): number[] {
  const asked = question.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return texts
    .map((text, at) => ({ at, found: asked.filter((word) => text.includes(word)).length }))
    .sort((a, b) => b.found - a.found)
    .slice(0, 3)
    .map(({ at }) => at);
}

function someWords(count: number, chance: () => number): string {
  return Array.from({ length: count }, () => {
    const compound = chance() < 1 / 12;
    return compound ? oneWord(chance) + oneWord(chance) : oneWord(chance);
  }).join(' ');
}

function oneWord(chance: () => number): string {
  return words[Math.floor(chance() * words.length)] ?? '';
}

function told(text: { title: string; description: string }): string {
  return `${text.title} ${text.description}`;
}

function timed(action: () => unknown): number {
  const begun = performance.now();
  action();
  return performance.now() - begun;
}

function spread(times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}
