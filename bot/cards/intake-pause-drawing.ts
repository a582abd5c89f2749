import type { IntakeView } from '../conversation/intake-view.ts';
import type { Language } from '../domain/person.ts';
import type { TextKey } from '../texts/texts.ts';
import { text } from '../texts/texts.ts';
import type { Drawing } from './drawing.ts';
import { intakeLine } from './intake-line.ts';
import { storedSaid } from './said-safely.ts';

type WaitingView = Extract<IntakeView, { state: 'paused' | 'starting-over' | 'deleting' }>;

/** The card of a draft that waits, or whose owner is asked whether to throw it away. */
export function intakePauseDrawing(view: WaitingView, language: Language): Drawing {
  const { draft, revision, step } = view;
  const { title, ...words } = wordsOf(view);
  const values = {
    lang: language,
    ...{ draft, revision, step },
    title: text(language, title),
    fallbackText: text(language, title),
    text: textOf(view, language),
    remark: view.remark === undefined ? '' : storedSaid(language, view.remark),
    lines: view.state === 'paused' ? [] : view.lines.map((line) => ({ text: intakeLine(line, language) })),
    ...labels(words, language),
  };
  return { template: 'intake-pause', values, summary: text(language, title) };
}

interface PauseWords {
  title: TextKey;
  resumeLabel?: TextKey;
  startOverLabel?: TextKey;
  keepLabel?: TextKey;
  confirmLabel?: TextKey;
  deleteLabel?: TextKey;
}

function wordsOf({ state }: WaitingView): PauseWords {
  switch (state) {
    case 'paused':
      return {
        title: 'intake.paused.title',
        resumeLabel: 'intake.paused.resume',
        deleteLabel: 'intake.paused.delete',
      };
    case 'starting-over':
      return {
        title: 'intake.starting-over.title',
        resumeLabel: 'intake.starting-over.no',
        startOverLabel: 'intake.starting-over.yes',
      };
    case 'deleting':
      return {
        title: 'intake.deleting.title',
        keepLabel: 'intake.deleting.no',
        confirmLabel: 'intake.deleting.yes',
      };
    default:
      return state satisfies never;
  }
}

function textOf(view: WaitingView, language: Language): string {
  switch (view.state) {
    case 'paused': {
      const { answered, closing, changing } = view;
      return changing === undefined
        ? text(language, 'intake.paused.text', { answered, closing })
        : text(language, 'change.paused.text', { number: changing, closing });
    }
    case 'starting-over':
      return text(
        language,
        view.changing === undefined ? 'intake.starting-over.text' : 'change.starting-over.text',
      );
    case 'deleting':
      return text(
        language,
        view.changing === undefined ? 'intake.deleting.text' : 'intake.deleting.text.change',
      );
    default:
      return view satisfies never;
  }
}

const noLabels = { resumeLabel: '', startOverLabel: '', keepLabel: '', confirmLabel: '', deleteLabel: '' };

/** Empty labels are no buttons. */
function labels(words: Omit<PauseWords, 'title'>, language: Language): typeof noLabels {
  const said = Object.entries(words).map(([name, key]) => [name, text(language, key)] as const);
  return { ...noLabels, ...Object.fromEntries<string>(said) };
}
