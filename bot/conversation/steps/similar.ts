import type { KnownStepId } from '../../domain/edition/edition.ts';
import type { EarlierCase } from '../../domain/submission/submission.ts';
import { text } from '../../texts/texts.ts';
import type { Similar } from '../../use-cases/submitting/find-similar.ts';
import type { Nameable } from '../reading/read-option.ts';
import { readOption } from '../reading/read-option.ts';
import { isYes } from '../reading/read-yes-no.ts';
import { bareWords, shortened } from '../reading/words.ts';
import meant from './similar-words.json' with { type: 'json' };
import type { Answers, Option, Reading, Step, StepContext } from './step.ts';
import { understood, unclear } from './step.ts';

const isNew = 'new';
const isSame = 'same';

/**
 * Whether it is new, asked of what resembles something that was here before. Who has gone on from there is not asked
 * any more: what others hand in meanwhile is no reason to call them back.
 */
export const similar: Step = {
  id: 'similar',
  isSettled: (context) =>
    context.answers.novelty === undefined &&
    (hasGoneOn(context) || context.similarTo(context.answers).length === 0),
  label: 'intake.similar.label',
  question: () => 'intake.similar.question',
  explanation: () => 'intake.similar.explanation',
  values: (context) => ({ count: earlierCases(context).length }),
  options: (context) =>
    unnumbered(context).map((option, index) => ({
      ...option,
      title: `${String(index + 1)}. ${option.title}`,
    })),
  inputs: () => [],
  claims: (typed) => meant.new.includes(bareWords(typed)) || meant.same.includes(bareWords(typed)),
  read(typed, context) {
    if (isYes(typed)) return pick(isNew, context);
    const [only, another] = readOption(typed, nameables(context));
    return another === undefined ? pick(only ?? '', context) : unclear('intake.similar.unclear');
  },
  pick,
  show({ answers, language }) {
    if (answers.novelty === undefined) return undefined;
    if (answers.novelty === 'new') return text(language, 'intake.similar.is-new');
    return text(language, 'intake.similar.sequel', { title: answers.follows?.title ?? '' });
  },
};

const fieldOf: Partial<Record<KnownStepId, keyof Answers>> = {
  category: 'categoryId',
  'contact-there': 'contactThere',
};

/** Whether a question that comes after this one has its answer. The form fills in the contact by itself. */
function hasGoneOn({ answers, edition }: StepContext): boolean {
  const place = edition.steps.findIndex(({ ask }) => ask === 'similar');
  return edition.steps.slice(place + 1).some((step) => {
    if (step.ask === 'contact') return false;
    if ('id' in step) return answers.own?.[step.id] !== undefined;
    // @NOTE a step is called after its field, but for the two above and `similar`, which is none of these
    return answers[fieldOf[step.ask] ?? (step.ask as keyof Answers)] !== undefined;
  });
}

type Case = EarlierCase & Partial<Similar>;

/** What it resembles now, and what it was said to follow when that is no longer among it. */
function earlierCases({ answers, similarTo }: StepContext): Case[] {
  const found = similarTo(answers);
  const { follows } = answers;
  const isThere = follows === undefined || found.some((each) => isCase(each, follows));
  return isThere ? [...found] : [follows, ...found];
}

function isCase(a: EarlierCase, b: EarlierCase): boolean {
  return a.kind === b.kind && a.id === b.id;
}

function unnumbered(context: StepContext): Option[] {
  const { answers, language } = context;
  const sequels = earlierCases(context).map((each): Option => {
    const about = [each.number, each.municipality, each.editionName].filter((part) => part !== undefined);
    return {
      value: valueOf(each),
      title: text(language, 'intake.similar.sequel', { title: shortened(each.title, 120) }),
      ...(about.length > 0 && { explanation: about.join(' · ') }),
      chosen: answers.follows !== undefined && isCase(each, answers.follows),
    };
  });
  const plain = (value: typeof isNew | typeof isSame): Option => ({
    value,
    title: text(language, `intake.similar.option.${value}`),
    explanation: text(language, `intake.similar.option.${value}.explanation`),
    chosen: value === answers.novelty,
  });
  return [plain(isNew), ...sequels, plain(isSame)];
}

function valueOf({ kind, id }: EarlierCase): string {
  return `${kind}.${id}`;
}

function nameables(context: StepContext): Nameable[] {
  const cases = earlierCases(context);
  const [, another] = cases;
  return unnumbered(context).map(({ value, title }, index) => {
    if (value === isNew) return { value, names: [title, ...meant.new] };
    if (value === isSame) return { value, names: [title, ...meant.same] };
    const found = cases[index - 1];
    const named = [title, found?.title ?? '', found?.number ?? ''].filter((name) => name !== '');
    return { value, names: another === undefined ? [...named, ...meant.sequel] : named };
  });
}

function pick(option: string, context: StepContext): Reading {
  if (option === isNew) return understood({ novelty: 'new', follows: undefined });
  if (option === isSame) return { kind: 'understood', answers: {}, wish: 'pause' };
  const found = earlierCases(context).find((each) => valueOf(each) === option);
  if (found === undefined) return unclear('intake.similar.unclear');
  const { kind, id, title } = found;
  return understood({ novelty: 'sequel', follows: { kind, id, title } });
}
