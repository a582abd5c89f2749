/** Where the personal chat with somebody stands. */
export interface Conversation {
  /** The draft they are making, or else the last one they made. */
  draftId?: string;
  /** The name of the message that is the living card of that draft. */
  livingCard?: string;
  /** Counts the messages to them; the next one's name is made from it. */
  nextMessage: number;
  /** Of what they did last, newest last: what Teams brings again is known by it. */
  recentKeys: string[];
  /** They want no reminders. */
  remindersOff?: boolean;
  /** They said that they have a question: what they type next is that question. */
  asking?: boolean;
}

/** Teams brings a message again within a minute or so; nobody does more than this in that time. */
const keysKept = 30;

export const newConversation: Conversation = { nextMessage: 1, recentKeys: [] };

export function knows(conversation: Conversation, key: string): boolean {
  return conversation.recentKeys.includes(key);
}

export function remember(conversation: Conversation, key: string): Conversation {
  if (knows(conversation, key)) return conversation;
  return { ...conversation, recentKeys: [...conversation.recentKeys, key].slice(-keysKept) };
}
