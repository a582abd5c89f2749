import { useRoute } from '../../shared/navigation/use-route.ts';
import { Editor } from './editor.tsx';
import { Overview } from './overview.tsx';
import { readAt } from './places.ts';

/** Setting up editions: which there are, or one of them. */
export function EditionScreen() {
  const at = readAt(useRoute().at);
  return at === undefined ? <Overview /> : <Editor key={at.editionId} id={at.editionId} place={at.place} />;
}
