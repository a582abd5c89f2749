import { ApiError, NoConnectionError } from '../../shared/api/api-error.ts';
import { useSay } from './texts.ts';

const codes = [
  ...(['changed-meanwhile', 'not-found', 'not-chair', 'conflict', 'malformed', 'round-not-frozen'] as const),
  ...(['cut-fixed', 'cut-not-proposed', 'cut-undecided'] as const),
  ...(['feedback-sent', 'feedback-not-approved', 'feedback-outdated'] as const),
] as const;

/** What went wrong with an act, and what to do: a sentence. */
export function useRefusalText(): (error: Error) => string {
  const say = useSay();
  return (error) => {
    if (error instanceof NoConnectionError) return say('act.noConnection');
    if (!(error instanceof ApiError)) return say('act.failed');
    const code = codes.find((each) => each === error.code);
    if (code !== undefined) return say(`refusal.${code}`);
    return error.status === 429 ? say('act.busy') : say('act.failed');
  };
}
