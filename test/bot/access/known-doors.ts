import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'restify';
import { z } from 'zod';
import { formVerbs } from '../../../bot/conversation/form-data.ts';
import type { TapGroup } from '../../../bot/cards/taps.ts';

/** Every door there is, from what the code and the cards say themselves. */

/** What a tap group answers, and what the dialog does. */
export function verbDoors(groups: readonly TapGroup[]): string[] {
  const taps = groups.flatMap(({ verbs }) => verbs.map((verb) => `tap ${verb}`));
  return [...taps, ...Object.values(formVerbs).map((verb) => `dialog ${verb}`)].sort();
}

const routes = z.record(z.string(), z.looseObject({ method: z.string(), path: z.string() }));

/** The routes that a server was given, other than for files and its health. */
export function routeDoors(server: Server): string[] {
  // @NOTE restify's router is there, its types say nothing of it
  const { router } = server as unknown as { router: { getRoutes(): unknown } };
  return Object.values(routes.parse(router.getRoutes()))
    .filter(({ path }) => path.startsWith('/api/tab'))
    .map(({ method, path }) => `${method} ${path}`)
    .sort();
}

/** Every verb in a card's JSON, and in what draws them. */
export function verbsOnCards(): string[] {
  const found = [
    ...textsIn('adaptive-cards', '.json').flatMap((text) => [...text.matchAll(/"verb":\s*"([^"]+)"/g)]),
    ...textsIn('bot/cards', '.ts').flatMap((text) => [...text.matchAll(/\bverb: '([^']+)'/g)]),
  ];
  // A binding is filled in by what draws the card.
  return [...new Set(found.map(([, verb = '']) => verb))].filter((verb) => !verb.startsWith('${')).sort();
}

/** Use cases that are told who asks: the second argument is a person. */
export function callDoors(): string[] {
  const pattern =
    /export (?:async )?function (\w+)\(\s*world: World,\s*(?:person|judge|who): Person(?:Key)?\b/g;
  const names = textsIn('bot/use-cases', '.ts').flatMap((text) => [...text.matchAll(pattern)]);
  return [...new Set(names.map(([, name = '']) => name))]
    .filter((name) => !beneath.includes(name))
    .map((name) => `call ${name}`)
    .sort();
}

/** Not doors, but what use cases are made of: they decide nothing, or are asked after something was decided. */
const beneath = [
  'editionToOrganise',
  'loadCut',
  'commitCut',
  'loadFeedback',
  'openFeedbackRound',
  'loadOwnSeat',
  'keepSheetOpen',
  'letSheetGo',
  'readerOf',
  'rememberTeamsUser',
  'roundNow',
  'sideOf',
  'withJury',
];

const root = new URL('../../../', import.meta.url);

function textsIn(folder: string, ending: string): string[] {
  const files = readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith(ending) && !file.includes('sample'))
    .map((file) => readFileSync(new URL(`${folder}/${file}`, root), 'utf8'));
}
