import { useState } from 'react';

import type { MessageView } from '../../../page-api.ts';
import { words } from '../words.ts';
import { Composer } from './composer.tsx';
import { MessageItem } from './message-item.tsx';
import { timeOf } from './moments.ts';

/** A long thread shows its last replies, as in Teams; the rest is one tap away. */
const SHOWN_REPLIES = 8;

interface ChannelThreadProps {
  root: MessageView;
  replies: MessageView[];
  say: (text: string, mention: boolean, replyTo: string) => Promise<unknown>;
}

/** A post in the channel with its replies and a box to add one. */
export function ChannelThread({ root, replies, say }: ChannelThreadProps) {
  const [all, setAll] = useState(false);
  const shown = all ? replies : replies.slice(-SHOWN_REPLIES);
  const hidden = replies.length - shown.length;
  return (
    <section className="thread" aria-label={words.thread(root.from.name, timeOf(root.sentAt))}>
      <MessageItem message={root} />
      <div className="thread-replies">
        {hidden > 0 && (
          <button type="button" className="link" onClick={() => setAll(true)}>
            {words.earlierReplies(hidden)}
          </button>
        )}
        {shown.map((reply) => (
          <MessageItem key={reply.id} message={reply} />
        ))}
      </div>
      <Composer
        label={words.typeReply}
        canMention
        compact
        say={(text, mention) => say(text, mention, root.id)}
      />
    </section>
  );
}
