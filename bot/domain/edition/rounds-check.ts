import { checkPeriod, checkReminders } from './dates-check.ts';
import type { EditionFile, FileRound } from './edition-file-schema.ts';
import type { FilePath, Finding } from './edition-fault.ts';
import { closingIn, openingIn } from './local-moment.ts';
import { sameIds, sameNames } from './same-check.ts';
import { sheetBytes, sheetBytesLimit } from './sheet-bytes.ts';

/** Rounds, their criteria and their scales. */
export function checkRounds(file: EditionFile): Finding[] {
  return [
    ...sameIds(['rounds'], file.rounds),
    ...file.rounds.flatMap((round, index) => checkRound(['rounds', index], round, file)),
  ];
}

function checkRound(path: FilePath, round: FileRound, file: EditionFile): Finding[] {
  const period = checkPeriod(path, round, file.zone);
  return [
    ...period,
    ...(period.some(({ severity }) => severity !== 'warning') ? [] : checkReminders(path, round)),
    ...checkAfterIntake(path, round, file),
    ...sameIds([...path, 'criteria'], round.criteria),
    ...sameNames([...path, 'criteria'], round.criteria),
    ...checkScale([...path, 'scale'], round.scale),
    ...checkSheet(path, round),
    ...checkRanking([...path, 'ranking'], round),
  ];
}

function checkAfterIntake(path: FilePath, { opens, closes }: FileRound, file: EditionFile): Finding[] {
  const closesAt = closingIn(file.zone, closes).at;
  const isUpsideDown = closesAt <= openingIn(file.zone, opens).at;
  if (isUpsideDown || closesAt >= closingIn(file.zone, file.closes).at) return [];
  return [
    {
      code: 'round-before-closing',
      path: [...path, 'closes'],
      severity: 'warning',
      values: { closes, intakeCloses: file.closes },
    },
  ];
}

function checkScale(path: FilePath, { lowest, highest, anchors = {} }: FileRound['scale']): Finding[] {
  if (lowest >= highest) {
    return [{ code: 'scale-reversed', path: [...path, 'highest'], values: { lowest, highest } }];
  }
  return Object.keys(anchors).flatMap((written): Finding[] => {
    const value = Number(written);
    const isOn = /^\d+$/.test(written) && value >= lowest && value <= highest;
    if (isOn) return [];
    return [
      { code: 'anchor-off-scale', path: [...path, 'anchors', written], values: { written, lowest, highest } },
    ];
  });
}

/** Whether the score sheet, a card in Teams, can hold all of it. */
function checkSheet(path: FilePath, round: FileRound): Finding[] {
  if (round.scale.lowest >= round.scale.highest) return [];
  const criteria = [...path, 'criteria'];
  const count = round.criteria.length;
  if (sheetBytes(round, 'short') > sheetBytesLimit)
    return [{ code: 'sheet-too-large', path: criteria, values: { count } }];
  if (sheetBytes(round, 'full') <= sheetBytesLimit) return [];
  return [{ code: 'sheet-shortened', path: criteria, severity: 'warning', values: { count } }];
}

/** A method says how the calibrated score is worked out: little use where that decides nothing. */
function checkRanking(path: FilePath, { ranking }: FileRound): Finding[] {
  if (ranking?.decides !== 'fair-mean' || ranking.method === undefined) return [];
  return [{ code: 'method-beside', path: [...path, 'method'], severity: 'warning' }];
}
