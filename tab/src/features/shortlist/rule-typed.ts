import type { CutRule } from '../../../../bot/http/contract/cut.ts';

/** A line as it is typed; an empty field is no limit. */
export interface TypedRule {
  size: string;
  threshold: string;
}

export function typedOf({ size, threshold }: CutRule): TypedRule {
  return { size: size?.toString() ?? '', threshold: threshold?.toString().replace('.', ',') ?? '' };
}

export function ruleOf({ size, threshold }: TypedRule): CutRule {
  return {
    ...(size.trim() !== '' && { size: Number(size) }),
    ...(threshold.trim() !== '' && { threshold: Number(threshold.replace(',', '.')) }),
  };
}

/** Whether it draws a line, on this scale. */
export function isRule(
  { size, threshold }: CutRule,
  { lowest, highest }: { lowest: number; highest: number },
): boolean {
  if (size === undefined && threshold === undefined) return false;
  const isSize = size === undefined || (Number.isInteger(size) && size > 0 && size <= 10_000);
  return isSize && (threshold === undefined || (threshold >= lowest && threshold <= highest));
}
