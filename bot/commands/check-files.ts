import { readEditionFile } from '../domain/edition/edition-file.ts';
import type { EditionFault } from '../domain/edition/edition-fault.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { CommandContext } from './command-context.ts';
import { errorCode } from './error-code.ts';
import { sayFault } from './say-fault.ts';

/** Says of each file whether it is in order, and what is not. @returns whether all are */
export async function checkFiles(context: CommandContext, files: readonly string[]): Promise<boolean> {
  let areAllRight = true;
  for (const file of files) {
    const text = await textOf(context, file);
    if (text === undefined) areAllRight = false;
    else if (!tellReading(context, file, text)) areAllRight = false;
  }
  return areAllRight;
}

/** The edition in a file; says what is wrong with it when there is none. */
export async function readOrTell(context: CommandContext, file: string): Promise<Edition | undefined> {
  const text = await textOf(context, file);
  if (text === undefined) return undefined;
  const reading = readEditionFile(text);
  if ('edition' in reading) return reading.edition;
  tellReading(context, file, text);
  return undefined;
}

function tellReading({ print, say, language }: CommandContext, file: string, text: string): boolean {
  const reading = readEditionFile(text);
  const tell = (fault: EditionFault) => {
    const line = fault.line ?? 1;
    print(`  ${say(`edition-command.${fault.severity}`, { line, sentence: sayFault(language, fault) })}`);
  };
  const faults = 'faults' in reading ? reading.faults : [];
  const { warnings } = reading;
  if (faults.length > 0) print(say('edition-command.faulty', { file, count: faults.length }));
  else if (warnings.length > 0) print(say('edition-command.warned', { file, count: warnings.length }));
  else print(say('edition-command.fine', { file }));
  [...faults, ...warnings].forEach(tell);
  return faults.length === 0;
}

async function textOf({ readFile, print, say }: CommandContext, file: string): Promise<string | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    print(say('edition-command.no-file', { file }));
    return undefined;
  }
}
