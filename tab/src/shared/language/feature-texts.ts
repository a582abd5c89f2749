import { useSpeech } from './speech.ts';
import type { Language, Messages, SharedTextKey, TextValues } from './text.ts';
import { sharedMessages, textOf } from './text.ts';

interface FeatureTexts<Key extends string> {
  text: (language: Language, key: Key, values?: TextValues) => string;
  /** The person's texts: `say('progress.empty')`. */
  useSay: () => (key: Key, values?: TextValues) => string;
}

/** The texts of a feature, which come with its screen, and the shared ones. Dutch has them all; a test sees to the rest. */
export function featureTexts<Key extends string>({
  nl,
  en,
}: Messages<Key>): FeatureTexts<Key | SharedTextKey> {
  const text = textOf<Key | SharedTextKey>({
    nl: { ...sharedMessages.nl, ...nl },
    en: { ...sharedMessages.en, ...en },
  });
  const useSay = () => {
    const { language } = useSpeech();
    return (key: Key | SharedTextKey, values?: TextValues) => text(language, key, values);
  };
  return { text, useSay };
}
