import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import type { Plugin } from 'vite';

import { expandTemplate } from '../../../bot/cards/expand-card.ts';

export interface SampleCard {
  card: string;
  /** A sample's file name, without `.json`. */
  sample: string;
  bytes: number;
  source: object;
}

const folder = fileURLToPath(new URL('../../../adaptive-cards', import.meta.url));

/** Serves every card, filled with its samples, as `/cards.json`; reloads the page when one of them changes. */
export function sampleCards(): Plugin {
  return {
    name: 'sample-cards',
    configureServer(server) {
      server.watcher.add(folder);
      server.watcher.on('all', (_event, path) => {
        if (path.startsWith(folder)) server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use('/cards.json', (_request, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(allCards()));
      });
    },
  };
}

function allCards(): SampleCard[] {
  const cards = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return cards.flatMap(({ name: card }) => {
    const files = readdirSync(join(folder, card)).filter((file) => file.startsWith('sample'));
    return files.sort().map((file): SampleCard => {
      const source = expandTemplate(new Template(readJson(card, 'card.json')), readJson(card, file));
      const bytes = Buffer.byteLength(JSON.stringify(source));
      return { card, sample: file.replace(/\.json$/, ''), bytes, source };
    });
  });
}

function readJson(card: string, file: string): object {
  // @NOTE a card and a sample are objects; a test parses them
  return JSON.parse(readFileSync(join(folder, card, file), 'utf8')) as object;
}
