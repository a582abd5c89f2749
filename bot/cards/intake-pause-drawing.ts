import type { IntakeView } from '../conversation/intake-view.ts';
import type { Language } from '../domain/person.ts';
import { text } from '../texts/texts.ts';
import type { Drawing } from './drawing.ts';
import { intakeLine } from './intake-line.ts';

/** The card of a draft that waits, or whose owner is asked whether to throw it away. */
export function intakePauseDrawing(
  view: Extract<IntakeView, { state: 'paused' | 'starting-over' }>,
  language: Language,
): Drawing {
  const { draft, revision, step } = view;
  const shared = { lang: language, ...{ draft, revision, step } };
  if (view.state === 'paused') {
    const title = text(language, 'intake.paused.title');
    const { answered, closing } = view;
    const values = {
      ...shared,
      title,
      fallbackText: title,
      text: text(language, 'intake.paused.text', { answered, closing }),
      lines: [],
      resumeLabel: text(language, 'intake.paused.resume'),
      startOverLabel: '',
    };
    return { template: 'intake-pause', values, summary: title };
  }
  const title = text(language, 'intake.starting-over.title');
  const values = {
    ...shared,
    title,
    fallbackText: title,
    text: text(language, 'intake.starting-over.text'),
    lines: view.lines.map((line) => ({ text: intakeLine(line, language) })),
    resumeLabel: text(language, 'intake.starting-over.no'),
    startOverLabel: text(language, 'intake.starting-over.yes'),
  };
  return { template: 'intake-pause', values, summary: title };
}
