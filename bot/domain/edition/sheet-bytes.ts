import type { FileRound } from './edition-file-schema.ts';

/**
 * How large a score sheet of this round gets as a card, in bytes, before anybody fills it in: an estimate on the
 * safe side, without drawing it. `full` has every explanation whole, `short` as short as the card makes them.
 */
export function sheetBytes(round: FileRound, explanations: 'full' | 'short'): number {
  const { lowest, highest, anchors = {} } = round.scale;
  const scores = highest - lowest + 1;
  const choices = scores * bytesPerChoice + sum(Object.values(anchors).map(longest)) + bytesOfOtherChoices;
  const criteria = round.criteria.map(({ name, explanation }) => {
    const whole = longest(explanation);
    const shown = explanations === 'full' ? whole : Math.min(whole, shortExplanation);
    return bytesPerCriterion + namesPerCriterion * longest(name) + shown + choices;
  });
  return bytesOfSheet + sum(criteria);
}

/** What a card may be before its explanations are shortened; Teams takes somewhat more. */
export const sheetBytesLimit = 20 * 1_024;

// Measured at the card itself; a test holds them to it.
const bytesOfSheet = 3_900;
const bytesPerCriterion = 900;
const namesPerCriterion = 5;
const bytesPerChoice = 32;
const bytesOfOtherChoices = 70;
const shortExplanation = 64;

function longest({ nl, en = '' }: { nl: string; en?: string }): number {
  return Math.max(bytesIn(nl), bytesIn(en));
}

function bytesIn(text: string): number {
  return new TextEncoder().encode(JSON.stringify(text)).length - 2;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
