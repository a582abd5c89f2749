import type { FeedbackForAll, FeedbackRun } from '../../../../bot/http/contract/feedback.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '../../shared/api/api-context.ts';
import { questionKeys } from '../../shared/api/questions.ts';

export type RunWish = FeedbackForAll['wish'];

interface RunState {
  wish: RunWish;
  done: number;
  passedOver: number;
  upTo: number;
  of: number;
  state: 'going' | 'stopped' | 'ended' | 'failed';
  error?: Error;
}

export interface FeedbackRunner {
  run: RunState | undefined;
  begin: (wish: RunWish) => void;
  /** Goes on where it stopped or failed: what was done stays done. */
  goOn: () => void;
  stop: () => void;
}

/** Goes through all submissions of a round, bit by bit: the server answers each time how far it came. */
export function useFeedbackRun(roundId: FeedbackForAll['roundId']): FeedbackRunner {
  const api = useApi();
  const client = useQueryClient();
  const [run, setRun] = useState<RunState>();
  const going = useRef<AbortController>(undefined);
  const key = useRef('');
  useEffect(() => () => going.current?.abort(), []);

  const follow = async (from: RunState) => {
    const stop = new AbortController();
    going.current = stop;
    let now: RunState = { ...from, state: 'going', error: undefined };
    setRun(now);
    try {
      do {
        const body = { roundId, wish: now.wish, from: now.upTo, key: key.current };
        const part = await api.post<FeedbackRun>('/feedback/all', body);
        now = {
          ...now,
          ...{ done: now.done + part.done, passedOver: now.passedOver + part.passedOver },
          ...{ upTo: part.upTo, of: part.of },
        };
        if (!stop.signal.aborted) setRun(now);
      } while (now.upTo < now.of && !stop.signal.aborted);
      setRun({ ...now, state: now.upTo < now.of ? 'stopped' : 'ended' });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      setRun({ ...now, state: 'failed', error });
    } finally {
      void client.invalidateQueries({ queryKey: questionKeys.feedback(roundId) });
    }
  };

  return {
    run,
    begin: (wish) => {
      key.current = crypto.randomUUID();
      void follow({ wish, done: 0, passedOver: 0, upTo: 0, of: 0, state: 'going' });
    },
    goOn: () => {
      if (run !== undefined) void follow(run);
    },
    stop: () => going.current?.abort(),
  };
}
