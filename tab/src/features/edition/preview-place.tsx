import { Button } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { EditionPreview } from '../../../../bot/http/contract/edition.ts';
import { useApi } from '../../shared/api/api-context.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import type { Language } from '../../shared/language/text.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { drawCard } from './draw-card.ts';
import { Choice } from './inputs.tsx';
import styles from './preview-place.module.css';
import { askPreview, editionKeys } from './questions.ts';
import { Section } from './section.tsx';
import sectionStyles from './section.module.css';
import { useSay } from './texts.ts';
import type { Writing } from './use-draft.ts';

/** The conversation and the cards as people will get them. */
export function PreviewPlace({ writing }: { writing: Writing }) {
  const say = useSay();
  const { id } = writing.draft;
  const { writer } = writing;
  const client = useQueryClient();
  const [language, setLanguage] = useState<Language>(useSpeech().language);
  const [cardId, setCardId] = useState('');
  const query = useQuery(askPreview(useApi(), id, language));
  useEffect(() => {
    void writer.flush().then(() => client.invalidateQueries({ queryKey: editionKeys.previews(id) }));
  }, [writer, client, id]);
  return (
    <Section title={say('edition.preview')} hint={say('edition.preview.hint')}>
      <Answer query={query} skeleton={<ListSkeleton rows={3} />}>
        {({ cards }) =>
          cards.length === 0 ? (
            <p>{say('edition.preview.none')}</p>
          ) : (
            <Cards {...{ cards, language, setLanguage }} id={cardId} setId={setCardId} />
          )
        }
      </Answer>
    </Section>
  );
}

interface CardsProps {
  cards: EditionPreview['cards'];
  language: Language;
  setLanguage: (language: Language) => void;
  /** Of the card that is shown; the first without one. */
  id: string;
  setId: (id: string) => void;
}

/** One at a time, as people get them. */
function Cards({ cards, language, setLanguage, id, setId }: CardsProps) {
  const say = useSay();
  const index = Math.max(
    cards.findIndex((card) => card.id === id),
    0,
  );
  const shown = cards[index];
  const [before, after] = [cards[index - 1], cards[index + 1]];
  return (
    <>
      <div className={sectionStyles.columns}>
        <Choice
          label={say('edition.preview.which')}
          value={shown?.id ?? ''}
          options={cards.map((card) => ({
            value: card.id,
            text:
              card.group === 'question' ? say('edition.preview.question', { title: card.title }) : card.title,
          }))}
          onChange={setId}
        />
        <Choice
          label={say('edition.preview.language')}
          value={language}
          options={(['nl', 'en'] as const).map((value) => ({
            ...{ value, text: say(`edition.language.${value}`) },
          }))}
          onChange={setLanguage}
        />
      </div>
      {shown !== undefined && <DrawnCard card={shown.card} title={shown.title} language={language} />}
      <div className={styles.acts}>
        <Button disabledFocusable={before === undefined} onClick={() => setId(before?.id ?? id)}>
          {say('edition.preview.before')}
        </Button>
        <Button disabledFocusable={after === undefined} onClick={() => setId(after?.id ?? id)}>
          {say('edition.preview.after')}
        </Button>
      </div>
    </>
  );
}

function DrawnCard({ card, title, language }: { card: object; title: string; language: Language }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current !== null) drawCard(place.current, card, language);
  }, [card, language]);
  return <div ref={place} className={styles.card} role="group" aria-label={title} lang={language} />;
}
