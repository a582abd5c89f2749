import { rankRound } from '../domain/ranking/rank-round.ts';
import type { TextLanguage } from '../texts/texts.ts';
import { speak } from '../texts/texts.ts';
import { verifyExport } from '../use-cases/export/verify-export.ts';
import { errorCode } from './error-code.ts';

interface FileWorld {
  print: (line: string) => void;
  readBytes?: (path: string) => Promise<Uint8Array>;
}

/** Recomputes an export, and says in sentences what does not follow. @returns the exit code */
export async function verifyFile(
  { print, readBytes }: FileWorld,
  file: string,
  language: TextLanguage,
): Promise<number> {
  const say = speak(language);
  const bytes = await readBytes?.(file).catch((error: unknown) => {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  });
  if (bytes === undefined) {
    print(say('verify.no-file', { file }));
    return 1;
  }
  const report = await verifyExport(bytes, async (input) => rankRound(input));
  const { faults, names, submissions, sheets, categories } = report;
  for (const { code, about } of faults) print(say(`verify.export.${code}`, { about }));
  if (faults.length > 0) {
    print(say('verify.faulty', { count: faults.length }));
    return 1;
  }
  print(say('verify.export.walked', { submissions, sheets, categories }));
  if (!names) print(say('verify.export.without-names'));
  print(say('verify.fine'));
  return 0;
}
