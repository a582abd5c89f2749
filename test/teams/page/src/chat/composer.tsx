import { Button, Checkbox } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

import { icons } from '../icons.tsx';
import { words } from '../words.ts';

interface ComposerProps {
  label: string;
  /** In a channel one chooses whether the bot is addressed. */
  canMention: boolean;
  /** Smaller, for the foot of a thread. */
  compact?: boolean;
  say: (text: string, mention: boolean) => Promise<unknown>;
}

/** Where a person types. Enter sends, Shift+Enter makes a new line; what could not be sent stays. */
export function Composer({ label, canMention, compact = false, say }: ComposerProps) {
  const [text, setText] = useState('');
  const [mention, setMention] = useState(false);
  const [failed, setFailed] = useState(false);
  const sending = useRef(false);
  const failedId = useId();
  const empty = text.trim() === '';

  const send = async () => {
    if (empty || sending.current) return;
    sending.current = true;
    setFailed(false);
    setText('');
    await say(text.trim(), mention).catch(() => {
      setText(text);
      setFailed(true);
    });
    sending.current = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };

  return (
    <div className={compact ? 'composer compact' : 'composer'}>
      {failed && (
        <p className="composer-failed" id={failedId} role="alert">
          {words.notSent}
        </p>
      )}
      <div className="composer-box">
        <textarea
          rows={1}
          aria-label={label}
          aria-describedby={failed ? failedId : undefined}
          placeholder={label}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {canMention && (
          <Checkbox
            className="composer-mention"
            label={words.mention}
            title={words.mentionAbout}
            checked={mention}
            onChange={(_event, { checked }) => setMention(checked === true)}
          />
        )}
        <Button
          className="composer-send"
          appearance="transparent"
          icon={<>{icons.send}</>}
          aria-label={words.send}
          disabled={empty}
          onClick={() => void send()}
        />
      </div>
    </div>
  );
}
