import { useState } from 'react';
import { ApiError, NoConnectionError, PartMissingError } from '../api/api-error.ts';
import { SignInFailedError } from '../host/token-source.ts';
import { momentText } from '../language/dates.ts';
import { useSay, useSpeech } from '../language/speech.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** What went wrong, as far as it matters to what a person can do about it. */
type TroubleKind =
  | 'noConnection'
  | 'signIn'
  | 'expired'
  | 'noAccess'
  | 'notFound'
  | 'noEdition'
  | 'part'
  | 'busy'
  | 'page'
  | 'server';

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
  if (error instanceof PartMissingError) return window.navigator.onLine ? 'part' : 'noConnection';
  if (!(error instanceof ApiError)) return 'page';
  switch (error.status) {
    case 401:
      return 'expired';
    case 403:
    case 404:
      return refusalKind(error.code);
    case 429:
      return 'busy';
    default:
      return 'server';
  }
}

function refusalKind(code: string): TroubleKind {
  if (code === 'no-edition') return 'noEdition';
  return code === 'tenant' ? 'noAccess' : 'notFound';
}
