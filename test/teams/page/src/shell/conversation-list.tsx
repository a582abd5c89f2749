import type { ConversationView } from '../../../page-api.ts';
import { shortMomentOf } from '../chat/moments.ts';
import { words } from '../words.ts';
import { Face } from './face.tsx';
import { useNavigation } from './navigation.ts';

interface ConversationListProps {
  conversations: ConversationView[];
  current: string | undefined;
}

/** The person's conversations, with a dot at what they did not read yet. */
export function ConversationList({ conversations, current }: ConversationListProps) {
  return (
    <section className="list" aria-labelledby="conversations">
      <h2 id="conversations">{words.conversations}</h2>
      {conversations.length === 0 && <p className="hint">{words.noConversations}</p>}
      <ul aria-labelledby="conversations">
        {conversations.map((conversation) => (
          <li key={conversation.id}>
            <ConversationButton conversation={conversation} isCurrent={conversation.id === current} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ConversationButton({
  conversation,
  isCurrent,
}: {
  conversation: ConversationView;
  isCurrent: boolean;
}) {
  const open = useNavigation();
  const { id, kind, name, unread, lastMessageAt } = conversation;
  const isUnread = unread > 0 && !isCurrent;
  return (
    <button
      type="button"
      className={isUnread ? 'conversation unread' : 'conversation'}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={() => open({ kind: 'conversation', id })}
    >
      <Face name={name} color={kind === 'personal' ? 'brand' : 'steel'} size={32} />
      <span className="conversation-name">{name}</span>
      {lastMessageAt !== undefined && (
        <time className="conversation-time" dateTime={lastMessageAt}>
          {shortMomentOf(lastMessageAt, new Date())}
        </time>
      )}
      {isUnread && <span className="dot" role="img" aria-label={words.unread(unread)} />}
    </button>
  );
}
