import type { DocumentStore } from '../store/port.ts';
import type { TextLanguage } from '../texts/texts.ts';
import { speak } from '../texts/texts.ts';
import type { LogReport } from '../use-cases/log/verify-log.ts';
import { verifyLog } from '../use-cases/log/verify-log.ts';

/** Says in sentences what is not as the logs have it. @returns whether everything is */
export async function verifyAndTell(
  store: DocumentStore,
  print: (line: string) => void,
  language: TextLanguage,
): Promise<boolean> {
  const report = await verifyLog(store);
  for (const line of linesOf(report, language)) print(line);
  return report.faults.length === 0;
}

function linesOf({ logs, entries, rounds, faults }: LogReport, language: TextLanguage): string[] {
  const say = speak(language);
  return [
    say('verify.walked', { logs, entries }),
    ...rounds.map(({ editionId, roundId, kept }) =>
      say('verify.tally', { edition: editionId, round: roundId, ...kept }),
    ),
    ...faults.map(({ code, ...values }) => say(`verify.fault.${code}`, values)),
    faults.length === 0 ? say('verify.fine') : say('verify.faulty', { count: faults.length }),
  ];
}
