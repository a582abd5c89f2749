import { FluentProvider } from '@fluentui/react-components';
import { useLayoutEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';

import { drawCard } from '../../teams/page/src/card/draw-card.ts';
import '../../teams/page/src/styles/base.css';
import 'adaptivecards/lib/adaptivecards.css';
import '../../teams/page/src/styles/card.css';
import { fluentThemeOf } from '../../teams/page/src/themes.ts';
import type { Theme } from '../../teams/page/src/themes.ts';
import './gallery.css';
import type { SampleCard } from './sample-cards.ts';

interface Look {
  name: string;
  theme: Theme;
  isPhone: boolean;
}

const looks: readonly Look[] = [
  { name: 'licht', theme: 'default', isPhone: false },
  { name: 'donker', theme: 'dark', isPhone: false },
  { name: 'telefoon', theme: 'default', isPhone: true },
  { name: 'telefoon, donker', theme: 'dark', isPhone: true },
  { name: 'telefoon, hoog contrast', theme: 'contrast', isPhone: true },
];

function Gallery({ cards }: { cards: readonly SampleCard[] }) {
  return (
    <main className="gallery">
      {cards.map((sample) => (
        <section key={`${sample.card}/${sample.sample}`} id={`${sample.card}.${sample.sample}`}>
          <h2>
            {sample.card} / {sample.sample} <small>{(sample.bytes / 1024).toFixed(1)} KB</small>
          </h2>
          <div className="row">
            {looks.map((look) => (
              <Drawn key={look.name} look={look} sample={sample} />
            ))}
          </div>
        </section>
      ))}
    </main>
  );
}

function Drawn({ look, sample }: { look: Look; sample: SampleCard }) {
  const holder = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (holder.current === null) return;
    drawCard(holder.current, {
      source: sample.source,
      theme: look.theme,
      language: 'nl-NL',
      draftKey: `${look.name} ${sample.card} ${sample.sample}`,
      onTap: (action) => console.log('tap', action),
      onOpenUrl: (url) => console.log('open', url),
      search: () => Promise.resolve([]),
    });
  }, [look, sample]);
  return (
    <FluentProvider
      theme={fluentThemeOf(look.theme)}
      className={`themed theme-${look.theme} look ${look.isPhone ? 'look-phone' : ''}`}
    >
      <h3>{look.name}</h3>
      <div className="card">
        <div className="card-face">
          <div ref={holder} />
        </div>
      </div>
    </FluentProvider>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const answer = await fetch('/cards.json');
// @NOTE our own development server answers with what `sample-cards.ts` made
const cards = (await answer.json()) as SampleCard[];
const only = new URLSearchParams(location.search).get('card');
createRoot(root).render(<Gallery cards={cards.filter(({ card }) => only === null || card === only)} />);
