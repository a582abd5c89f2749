import { practices } from '../../bot/domain/practice/practice.ts';

const words = practices
  .map(({ title, summary }) => `${title} ${summary}`)
  .join(' ')
  .toLowerCase()
  .match(/\p{L}+/gu) ?? [''];

/** Words of real texts, common ones more often, and one in twelve a compound that is in few others. */
export function someText(count: number, chance: () => number): string {
  const one = () => words[Math.floor(chance() * words.length)] ?? '';
  return Array.from({ length: count }, () => (chance() < 1 / 12 ? one() + one() : one())).join(' ');
}
