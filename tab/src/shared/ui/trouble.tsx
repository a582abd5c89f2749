import { useState } from 'react';
import { ApiError, NoConnectionError } from '../api/api-error.ts';
import { SignInFailedError } from '../host/token-source.ts';
import { momentText } from '../language/dates.ts';
import { useSay, useSpeech } from '../language/speech.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** What went wrong, as far as it matters to what a person can do about it. */
type TroubleKind = 'noConnection' | 'signIn' | 'expired' | 'notFound' | 'noEdition' | 'busy' | 'server';

interface TroubleProps {
  error: Error;
  retry: () => unknown;
  retrying: boolean;
}

/** An error, with what to do. */
export function Trouble({ error, retry, retrying }: TroubleProps) {
  const say = useSay();
  const { language, zone } = useSpeech();
  const [at] = useState(() => new Date());
  const kind = kindOf(error);
  const moment = momentText(language, at.toISOString(), zone, at);
  return (
    <Notice urgent title={say(`trouble.${kind}.title`)} hint={say(`trouble.${kind}.hint`, { moment })}>
      {kind !== 'notFound' && (
        <Button appearance="primary" disabledFocusable={retrying} onClick={() => void retry()}>
          {say('trouble.retry')}
        </Button>
      )}
    </Notice>
  );
}

function kindOf(error: Error): TroubleKind {
  if (error instanceof SignInFailedError) return 'signIn';
  if (error instanceof NoConnectionError) return 'noConnection';
  if (!(error instanceof ApiError)) return 'server';
  switch (error.status) {
    case 401:
      return 'expired';
    case 403:
    case 404:
      return error.code === 'no-edition' ? 'noEdition' : 'notFound';
    case 429:
      return 'busy';
    default:
      return 'server';
  }
}
