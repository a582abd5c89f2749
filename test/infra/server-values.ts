import { entriesOf, Expression, type BicepFile, type Value } from './read-bicep.ts';

/** Every setting that Bicep gives the web app: text, or the expression that it comes from. */
export function valuesByName(main: BicepFile, hosting: BicepFile): Record<string, Value> {
  const module = main.modules.find(({ symbol }) => symbol === 'server');
  const resource = hosting.resources.find(({ symbol }) => symbol === 'appSettings');
  const handed = entriesOf(entriesOf(module?.body)['params'])['settings'];
  const merged = entriesOf(resource?.body)['properties'];
  const own = merged instanceof Expression ? merged.objects : [];
  return Object.assign({}, entriesOf(handed), ...own.map(entriesOf)) as Record<string, Value>;
}
