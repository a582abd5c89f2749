import type { TextKey } from './texts.ts';
import nl from './texts/nl.json' with { type: 'json' };

/** The sentence for a refusal; `undefined` for one that is not of judging. */
export function refusalText(code: string): TextKey | undefined {
  return (Object.keys(nl) as TextKey[]).find((key) => key === `refused.${code}`);
}
