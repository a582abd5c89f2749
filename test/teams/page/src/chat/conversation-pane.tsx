import { Spinner } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';

import type { ConversationView, MessageView } from '../../../page-api.ts';
import { api } from '../api.ts';
import { useSession } from '../session.ts';
import { BackButton } from '../shell/back-button.tsx';
import { Face } from '../shell/face.tsx';
import { Trouble } from '../shell/trouble.tsx';
import { words } from '../words.ts';
import { ChannelThread } from './channel-thread.tsx';
import { Composer } from './composer.tsx';
import { MessageItem } from './message-item.tsx';
import { MessageList } from './message-list.tsx';

/** A conversation: its name, its messages, and where to type. */
export function ConversationPane({ conversation }: { conversation: ConversationView }) {
  const { person } = useSession();
  const client = useQueryClient();
  const key = ['messages', person.id, conversation.id];
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    queryKey: key,
    queryFn: () => api.messages(person.id, conversation.id),
  });
  useReadMark(conversation, dataUpdatedAt);

  const say = async (text: string, mention: boolean, replyTo?: string) => {
    await api.say({ person: person.id, conversation: conversation.id, text, mention, replyTo });
    await client.invalidateQueries({ queryKey: key });
  };

  return (
    <section className="pane" aria-label={conversation.name}>
      <header className="pane-head">
        <BackButton />
        <Face
          name={conversation.name}
          color={conversation.kind === 'personal' ? 'brand' : 'steel'}
          size={32}
        />
        <h1>{conversation.name}</h1>
      </header>
      {data !== undefined ? (
        <Messages conversation={conversation} messages={data} say={say} />
      ) : error ? (
        <Trouble retry={refetch} />
      ) : (
        <Spinner className="waiting" label={words.loading} />
      )}
      <Composer label={words.typeMessage} canMention={conversation.kind === 'channel'} say={say} />
    </section>
  );
}

interface MessagesProps {
  conversation: ConversationView;
  messages: MessageView[];
  say: (text: string, mention: boolean, replyTo?: string) => Promise<unknown>;
}

function Messages({ conversation, messages, say }: MessagesProps) {
  const replies = useMemo(() => Map.groupBy(messages, ({ replyTo }) => replyTo), [messages]);
  if (conversation.kind === 'personal') {
    return (
      <MessageList
        name={conversation.name}
        messages={messages}
        empty={words.emptyChat}
        draw={(message) => <MessageItem message={message} />}
      />
    );
  }
  return (
    <MessageList
      name={conversation.name}
      messages={replies.get(undefined) ?? []}
      empty={words.emptyChannel}
      draw={(root) => <ChannelThread root={root} replies={replies.get(root.id) ?? []} say={say} />}
    />
  );
}

/** The simulator counts as read what was fetched: the list of conversations has to hear of it. */
function useReadMark(conversation: ConversationView, fetchedAt: number): void {
  const { person } = useSession();
  const client = useQueryClient();
  const isUnread = conversation.unread > 0;
  useEffect(() => {
    if (fetchedAt > 0 && isUnread) void client.invalidateQueries({ queryKey: ['conversations', person.id] });
  }, [client, person.id, fetchedAt, isUnread]);
}
