import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { NudgeBody, NudgedAnswer } from '../../../../bot/http/contract/progress.ts';
import { useApi } from '../../shared/api/api-context.ts';
import { askJudgesProgress } from './questions.ts';

export interface Nudging {
  /** @param judge one of them; without one, all who are late */
  nudge: (judge?: string) => void;
  isBusy: boolean;
  /** What became of the last time. */
  outcomes: NudgedAnswer['outcomes'] | undefined;
  error: Error | null;
}

const everybody = 'everybody';

/** Has judges reminded. What failed and is tried again is the same to the server, so nobody hears it twice. */
export function useNudge(): Nudging {
  const api = useApi();
  const client = useQueryClient();
  const keys = useRef(new Map<string, string>());
  const { mutate, isPending, data, error } = useMutation({
    networkMode: 'always',
    mutationFn: (judge: string | undefined) => {
      const key = keys.current.get(judge ?? everybody) ?? crypto.randomUUID();
      keys.current.set(judge ?? everybody, key);
      return api.post<NudgedAnswer>('/progress/nudge', { judge, key } satisfies NudgeBody);
    },
    onSuccess: (answer, judge) => {
      keys.current.delete(judge ?? everybody);
      client.setQueryData(askJudgesProgress(api).queryKey, answer.progress);
    },
  });
  return { nudge: (judge) => mutate(judge), isBusy: isPending, outcomes: data?.outcomes, error };
}
