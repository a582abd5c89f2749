import { memo } from 'react';

import type { MessageView, TapRequest } from '../../../page-api.ts';
import { api } from '../api.ts';
import { CardView } from '../card/card-view.tsx';
import { useSession } from '../session.ts';
import { Face } from '../shell/face.tsx';
import { words } from '../words.ts';
import { MessageText } from './message-text.tsx';
import { timeOf } from './moments.ts';

/** One message: who, when, its text and its cards. */
export const MessageItem = memo(function MessageItem({ message }: { message: MessageView }) {
  const { person } = useSession();
  const time = timeOf(message.sentAt);
  const mine = message.from.id === person.id;
  return (
    <article className={mine ? 'message mine' : 'message'} aria-label={words.by(message.from.name, time)}>
      <Face name={message.from.name} person={message.from.isBot ? undefined : message.from.id} size={32} />
      <div className="message-body">
        <header className="message-head">
          <span className="message-name">{message.from.name}</span>
          <time dateTime={message.sentAt}>{time}</time>
          {message.editedAt !== undefined && message.deleted !== true && <span>{words.edited}</span>}
        </header>
        {message.deleted === true ? (
          <p className="message-text message-deleted">{words.deleted}</p>
        ) : (
          <MessageContent message={message} />
        )}
      </div>
    </article>
  );
});

function MessageContent({ message }: { message: MessageView }) {
  const { person, theme } = useSession();
  const where = { person: person.id, conversation: message.conversation, messageId: message.id };
  const tap = (action: TapRequest['action']) => api.tap({ ...where, action, theme });
  const search = (dataset: string, text: string) =>
    api.search({ ...where, dataset, text }).then(({ results }) => results);
  return (
    <>
      {message.text !== undefined && message.text !== '' && (
        <MessageText text={message.text} isBot={message.from.isBot} />
      )}
      {message.cards.map((source, index) => (
        <CardView
          key={index}
          source={source}
          label={words.card(index + 1)}
          draftKey={`${person.id} ${message.id} ${message.version} ${index}`}
          tap={tap}
          search={search}
        />
      ))}
    </>
  );
}
