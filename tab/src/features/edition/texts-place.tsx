import { LocalInput } from './inputs.tsx';
import { Section } from './section.tsx';
import { useSay } from './texts.ts';
import type { Writing } from './use-draft.ts';

/** What organisers say in their own words. */
export function TextsPlace({ writing: { parts, change } }: { writing: Writing }) {
  const say = useSay();
  const { texts } = parts;
  return (
    <Section title={say('edition.texts')} hint={say('edition.texts.hint')}>
      <LocalInput
        long
        label={say('edition.consent')}
        at="consent"
        hint={say('edition.consent.hint')}
        value={texts.consent}
        onChange={(consent) => change('texts', { ...texts, consent })}
      />
      {(['welcome', 'receipt'] as const).map((name) => (
        <LocalInput
          key={name}
          long
          label={say(`edition.${name}`)}
          at={`texts.${name}`}
          hint={say(`edition.${name}.hint`)}
          value={texts[name] ?? { nl: '' }}
          onChange={(text) => change('texts', { ...texts, [name]: text })}
        />
      ))}
    </Section>
  );
}
