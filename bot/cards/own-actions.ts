import type { OwnSubmission } from '../conversation/own-submissions.ts';
import type { Language } from '../domain/person.ts';
import { speak } from '../texts/texts.ts';

/**
 * What its submitter can do with a submission: a label is a button, an empty one is none. The hint says which
 * submission, for who hears the buttons one by one.
 */
export function ownActions({ number, mayChange, stage }: OwnSubmission, language: Language) {
  const say = speak(language);
  const isWithdrawn = stage.kind === 'withdrawn';
  return {
    changeLabel: mayChange && !isWithdrawn ? say('own.change') : '',
    changeHint: say('own.change-of', { number }),
    withdrawLabel: mayChange && !isWithdrawn ? say('own.withdraw') : '',
    withdrawHint: say('own.withdraw-of', { number }),
    restoreLabel: mayChange && isWithdrawn ? say('own.restore') : '',
    restoreHint: say('own.restore-of', { number }),
  };
}
