import { createContext, useContext } from 'react';
import type { Language, SharedTextKey, TextValues } from './text.ts';
import { text } from './text.ts';

/** How to speak to this person: in which language, and with the clock of which zone. */
export interface Speech {
  language: Language;
  zone: string;
}

export const SpeechContext = createContext<Speech>({ language: 'nl', zone: 'Europe/Amsterdam' });

/** The person's shared texts (a feature has a `useSay` of its own): `say('trouble.retry')`. */
export function useSay(): (key: SharedTextKey, values?: TextValues) => string {
  const { language } = useContext(SpeechContext);
  return (key, values) => text(language, key, values);
}

export function useSpeech(): Speech {
  return useContext(SpeechContext);
}
