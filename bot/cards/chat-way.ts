import type { Language } from '../domain/person.ts';
import { speak } from '../texts/texts.ts';

/** Where a judge in their own chat can go from a card: the next one, and their list. */
export interface ChatWay {
  /** How many they still have to judge. */
  left: number;
}

/** Empty texts are not drawn; on the post in the channel all of it is empty. */
export function wayValues(language: Language, way: ChatWay | undefined) {
  const say = speak(language);
  if (way === undefined) return { left: '', nextLabel: '', listLabel: '' };
  return {
    left: way.left > 0 ? say('todo.left-now', { left: way.left }) : say('todo.none-left'),
    nextLabel: way.left > 0 ? say('todo.next') : '',
    listLabel: say('todo.list'),
  };
}
