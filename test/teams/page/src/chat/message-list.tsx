import { Fragment } from 'react';
import type { ReactNode } from 'react';

import type { MessageView } from '../../../page-api.ts';
import { words } from '../words.ts';
import { dayOf } from './moments.ts';
import { useStickToBottom } from './stick-to-bottom.ts';

interface MessageListProps {
  name: string;
  messages: MessageView[];
  empty: string;
  draw: (message: MessageView) => ReactNode;
}

/** The messages of a conversation in order, with a line at each new day; newest at the bottom, in view. */
export function MessageList({ name, messages, empty, draw }: MessageListProps) {
  const { box, content } = useStickToBottom();
  const now = new Date();
  return (
    <div className="messages" ref={box} role="log" aria-label={words.messages(name)} tabIndex={0}>
      <div className="messages-content" ref={content}>
        {messages.length === 0 && <p className="hint">{empty}</p>}
        {messages.map((message, index) => {
          const day = dayOf(message.sentAt, now);
          const before = messages[index - 1];
          const isNewDay = before === undefined || dayOf(before.sentAt, now) !== day;
          return (
            <Fragment key={message.id}>
              {isNewDay && (
                <p className="day">
                  <span>{day}</span>
                </p>
              )}
              {draw(message)}
            </Fragment>
          );
        })}
      </div>
    </div>
  );
}
