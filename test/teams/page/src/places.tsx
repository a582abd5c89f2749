import { Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';

import type { ConversationView } from '../../page-api.ts';
import { api } from './api.ts';
import { ConversationPane } from './chat/conversation-pane.tsx';
import { useSession } from './session.ts';
import { ConversationList } from './shell/conversation-list.tsx';
import { Rail } from './shell/rail.tsx';
import { Trouble } from './shell/trouble.tsx';
import { useNarrow } from './shell/use-narrow.ts';
import { TabPane } from './tab/tab-pane.tsx';
import type { Opened } from './window-state.ts';
import { words } from './words.ts';

/** The rail, the list and what is open: side by side, or one at a time on a phone. */
export function Places({ opened }: { opened: Opened | undefined }) {
  const { person } = useSession();
  const narrow = useNarrow();
  const { data, error, refetch } = useQuery({
    queryKey: ['conversations', person.id],
    queryFn: () => api.conversations(person.id),
  });
  if (data === undefined) {
    return error ? <Trouble retry={refetch} /> : <Spinner className="waiting" label={words.loading} />;
  }
  const current = conversationOf(data, opened);
  const showsList = opened?.kind !== 'tab' && (!narrow || opened === undefined);
  const unread = data.reduce((sum, each) => sum + (each.id === current?.id ? 0 : each.unread), 0);
  return (
    <div className="places">
      <Rail opened={opened} conversation={narrow ? undefined : current?.id} unread={unread} />
      {showsList && <ConversationList conversations={data} current={narrow ? undefined : current?.id} />}
      <main className="main">
        {opened?.kind === 'tab' ? (
          <TabPane key={opened.subPage ?? ''} subPage={opened.subPage} />
        ) : (
          current &&
          !(narrow && opened === undefined) && <ConversationPane key={current.id} conversation={current} />
        )}
      </main>
    </div>
  );
}

/** What is open, by its id or kind, or the first: an address may name a conversation that this person is not in. */
function conversationOf(conversations: ConversationView[], opened: Opened | undefined) {
  const id = opened?.kind === 'conversation' ? opened.id : undefined;
  return conversations.find((each) => each.id === id || each.kind === id) ?? conversations[0];
}
