import type { DocumentStore } from '../store/port.ts';
import type { EditionChange } from '../domain/edition/edition-changes.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { PutEditionOutcome } from '../use-cases/editions/put-edition.ts';
import { putEdition } from '../use-cases/editions/put-edition.ts';
import { runEdition } from '../use-cases/editions/run-edition.ts';
import { readOrTell } from './check-files.ts';
import type { CommandContext } from './command-context.ts';
import { isThereOrTell, onData } from './on-data.ts';
import { sayChange } from './say-change.ts';

/** Who the log says did it: whoever may write in the data folder. */
const by = 'command-line';

/** Stores the edition of a file. @returns whether it stands as the file says */
export async function putFile(
  context: CommandContext,
  file: string,
  { folder, confirmed }: { folder: string; confirmed: boolean },
): Promise<boolean> {
  const edition = await readOrTell(context, file);
  if (edition === undefined) return false;
  return withStore(context, folder, async (store) => {
    const outcome = await putEdition(store, { edition, by, at: context.now(), confirmed });
    return tellPut(context, edition, outcome, folder);
  });
}

/** Makes it the edition that runs. @returns whether it does */
export async function runId(context: CommandContext, id: string, folder: string): Promise<boolean> {
  const { print, say } = context;
  return withStore(context, folder, async (store) => {
    const outcome = await runEdition(store, { editionId: id, by, at: context.now() });
    switch (outcome.kind) {
      case 'unknown':
        print(say('edition-command.unknown-edition', { id, folder }));
        return false;
      case 'unchanged':
        print(say('edition-command.runs-already', { edition: outcome.edition.name }));
        return true;
      case 'running':
        print(
          say('edition-command.runs', { edition: outcome.edition.name, before: outcome.before ?? 'none' }),
        );
        return true;
    }
  });
}

function tellPut(
  context: CommandContext,
  edition: Edition,
  outcome: PutEditionOutcome,
  folder: string,
): boolean {
  const { print, say } = context;
  const values = { edition: edition.name, id: edition.id, folder };
  switch (outcome.kind) {
    case 'created':
    case 'unchanged':
      print(say(`edition-command.${outcome.kind}`, values));
      return true;
    case 'replaced':
      print(say('edition-command.replaced', values));
      tellChanges(context, edition, outcome.changes);
      return true;
    case 'to-confirm':
      print(say('edition-command.to-confirm', values));
      tellChanges(context, edition, outcome.changes);
      print(say('edition-command.confirm'));
      return false;
    case 'refused':
      print(say('edition-command.refused', values));
      for (const { code, ...refusal } of outcome.refusals) {
        print(`  ${say(`edition-command.refused.${code}`, refusal)}`);
      }
      return false;
  }
}

function tellChanges(
  { print, language }: CommandContext,
  edition: Edition,
  changes: readonly EditionChange[],
): void {
  for (const change of changes) print(`  ${sayChange(language, change, edition)}`);
}

async function withStore(
  context: CommandContext,
  folder: string,
  act: (store: DocumentStore) => Promise<boolean>,
): Promise<boolean> {
  if (!isThereOrTell(context, folder)) return false;
  return (await onData(context, folder, act)) ?? false;
}
