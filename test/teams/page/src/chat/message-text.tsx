import { Fragment, useMemo } from 'react';

import { messageMarkdown } from '../card/markdown.ts';
import { useSession } from '../session.ts';

/** The simulator writes a person's mention of the bot so, as the other clients draw it. */
const LEADING_MENTION = /^\*\*(.+?)\*\*/;

/** A message's words: a bot's are Markdown, a person's are as they were typed, with mentions in both. */
export function MessageText({ text, isBot }: { text: string; isBot: boolean }) {
  return isBot ? <BotText text={text} /> : <p className="message-text">{withMentions(text)}</p>;
}

function BotText({ text }: { text: string }) {
  const { openUrl } = useSession();
  const html = useMemo(() => messageMarkdown(text.replaceAll(/<at>(.*?)<\/at>/g, '**$1**')), [text]);
  return (
    <div
      className="message-text markdown"
      // What markdown-it gives with `html: false` holds no tags but its own.
      dangerouslySetInnerHTML={{ __html: html }}
      onClick={(event) => {
        const link = event.target instanceof Element ? event.target.closest('a') : null;
        if (link === null) return;
        event.preventDefault();
        openUrl(link.href);
      }}
    />
  );
}

function withMentions(text: string) {
  return text
    .replace(LEADING_MENTION, '<at>$1</at>')
    .split(/<at>(.*?)<\/at>/g)
    .map((part, index) => (
      <Fragment key={index}>{index % 2 === 1 ? <strong className="mention">{part}</strong> : part}</Fragment>
    ));
}
