import type { Feedback, FeedbackDeed, FeedbackDone } from '../../../../bot/http/contract/feedback.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useApi } from '../../shared/api/api-context.ts';
import { questionKeys } from '../../shared/api/questions.ts';

type Wish =
  | { deed: 'draft' | 'approve' | 'send' }
  | { deed: 'edit'; words: Feedback['words']; remarks: Feedback['remarks'] };

export interface FeedbackAct {
  /** @returns what is there then; `undefined` when it was not done */
  run: (wish: Wish, basedOn?: number) => Promise<Feedback | undefined>;
  isBusy: boolean;
  isChanged: boolean;
  error: Error | undefined;
}

/** Does something to the feedback on one submission. */
export function useFeedbackDeed(feedback: Feedback, roundId: FeedbackDeed['roundId']): FeedbackAct {
  const api = useApi();
  const client = useQueryClient();
  const { id } = feedback.line.submission;
  const list = questionKeys.feedback(roundId);
  // The same wish asked again, because no answer came, is the same command.
  const command = useRef<{ wish: string; key: string }>(undefined);
  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: ({ wish, basedOn }: { wish: Wish; basedOn: number }) => {
      const text = JSON.stringify([wish, basedOn]);
      if (command.current?.wish !== text) command.current = { wish: text, key: crypto.randomUUID() };
      const body = { ...wish, roundId, basedOn, key: command.current.key };
      return api.post<FeedbackDone>(`/feedback/${encodeURIComponent(id)}`, body);
    },
    onSuccess: ({ feedback: now }) => {
      client.setQueryData<Feedback>([...list, id], now);
      void client.invalidateQueries({ queryKey: list, exact: true });
    },
  });
  return {
    run: async (wish, basedOn = feedback.revision) => {
      try {
        const done = await mutation.mutateAsync({ wish, basedOn });
        return done.kind === 'done' ? done.feedback : undefined;
      } catch (error) {
        // It is shown where it was asked.
        console.info('feedback was not changed', error);
        return undefined;
      }
    },
    isBusy: mutation.isPending,
    isChanged: mutation.data?.kind === 'changed',
    error: mutation.error ?? undefined,
  };
}
