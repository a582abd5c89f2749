import type { Edition, Round } from '../domain/edition/edition.ts';
import { localText } from '../domain/edition/edition.ts';
import type { Language } from '../domain/person.ts';
import { numberText } from '../domain/submission/submission.ts';
import type { TextKey } from '../texts/texts.ts';
import { speak } from '../texts/texts.ts';
import type { AssignmentPreview } from '../use-cases/rounds/assign-judges.ts';
import { deskNameShown } from './desk-drawing.ts';
import type { Drawing } from './drawing.ts';
import { bareLine, plainLine } from './escape.ts';

/** Judges on one page, and submissions that are short of them. */
const judgesShown = 20;
const shortShown = 12;
const judgeNameShown = 60;

export interface AssignmentAside {
  page?: number;
  remark?: TextKey;
}

/**
 * Who would judge what, before it is so.
 * @param preview `undefined`: there is nothing to assign, as `remark` says, or because everybody judges everything
 */
export function deskAssignmentDrawing(
  { round, preview }: { edition: Edition; round: Round; preview?: AssignmentPreview },
  language: Language,
  { page = 0, remark }: AssignmentAside = {},
): Drawing {
  const say = speak(language);
  const title = say('desk.assignment-of', {
    round: bareLine(localText(round.name, language), deskNameShown),
  });
  const isEmpty = preview !== undefined && (preview.cases.length === 0 || preview.judges.length === 0);
  const shown = preview === undefined || isEmpty ? undefined : preview;
  const values = {
    lang: language,
    fallbackText: title,
    title: plainLine(title, 2 * deskNameShown),
    remark: remark === undefined ? '' : say(remark),
    said: saidOf(preview, isEmpty, language),
    connection: shown === undefined ? '' : say(`desk.assignment.connection.${shown.connection}`),
    ...shortValues(shown, language),
    ...judgeValues(shown, page, language),
    applyLabel: shown === undefined ? '' : say('desk.assignment.apply'),
    round: round.id,
    fingerprint: shown?.fingerprint ?? '',
    backLabel: say('desk.back'),
  };
  return { template: 'desk-assignment', values, summary: title };
}

function saidOf(preview: AssignmentPreview | undefined, isEmpty: boolean, language: Language): string {
  const say = speak(language);
  if (preview === undefined) return say('desk.assignment.everybody');
  if (isEmpty) return say('desk.assignment.none');
  const changed = preview.cases.filter(({ added, removed }) => added.length + removed.length > 0).length;
  return say('desk.assignment.preview', { count: wantedOf(preview), changed });
}

function wantedOf({ round: { assignment } }: AssignmentPreview): number {
  return typeof assignment === 'object' ? assignment.perSubmission : 0;
}

function shortValues(preview: AssignmentPreview | undefined, language: Language) {
  if (preview === undefined || preview.short.length === 0) return { shortTitle: '', short: [] };
  const say = speak(language);
  const numbers = new Map(preview.cases.map(({ submission }) => [submission.id, submission.number]));
  const lines = preview.short.slice(0, shortShown).map(({ submissionId, judges }) => ({
    line: say('desk.assignment.short-line', {
      number: numberText(preview.edition.numberPrefix, numbers.get(submissionId) ?? 0),
      judges,
      wanted: wantedOf(preview),
    }),
  }));
  const left = preview.short.length - lines.length;
  const more = left > 0 ? [{ line: say('desk.assignment.short-more', { count: left }) }] : [];
  return { shortTitle: say('desk.assignment.short'), short: [...lines, ...more] };
}

function judgeValues(preview: AssignmentPreview | undefined, page: number, language: Language) {
  const none = { judgesTitle: '', judges: [], shown: '', moreLabel: '', firstLabel: '', nextPage: 0 };
  if (preview === undefined) return none;
  const say = speak(language);
  const all = preview.judges.toSorted((one, other) => one.judge.name.localeCompare(other.judge.name, 'nl'));
  const from = page * judgesShown < all.length ? page * judgesShown : 0;
  const judges = all.slice(from, from + judgesShown);
  const to = from + judges.length;
  return {
    judgesTitle: say('desk.assignment.judges'),
    judges: judges.map(({ judge, before, after }) => ({
      name: plainLine(judge.name, judgeNameShown),
      load: say('desk.assignment.load', { before, after }),
    })),
    shown:
      all.length > judgesShown ? say('desk.assignment.shown', { from: from + 1, to, count: all.length }) : '',
    moreLabel: to < all.length ? say('desk.assignment.more') : '',
    firstLabel: from > 0 ? say('desk.assignment.first') : '',
    nextPage: from / judgesShown + 1,
  };
}
