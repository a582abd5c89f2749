import type { KnownStepId } from './edition.ts';
import type { EditionFile, FileStep } from './edition-file-schema.ts';
import type { Finding } from './edition-fault.ts';
import { repeated, sameIds } from './same-check.ts';

/** Without these a submission is not one. */
const needed: readonly KnownStepId[] = ['participant', 'title', 'description', 'finished', 'contact'];

/** If they are asked, they are answered. */
const neverOptional: readonly KnownStepId[] = [...needed, 'category', 'consent'];

/** What has to be asked before it, if it is asked at all. */
const after: readonly [step: KnownStepId, earlier: KnownStepId][] = [
  ['similar', 'title'],
  ['similar', 'description'],
  ['contact-there', 'whose'],
];

/** Questions and conditions. */
export function checkIntake(file: EditionFile): Finding[] {
  return [
    ...checkNeeded(file),
    ...checkTwice(file.steps),
    ...checkOrder(file.steps),
    ...checkOptions(file.steps),
    ...checkCategoryAsked(file),
    ...checkConditions(file),
    ...checkConsent(file),
    ...checkInvitation(file),
  ];
}

function positionOf(steps: readonly FileStep[], step: KnownStepId): number {
  return steps.findIndex(({ ask }) => ask === step);
}

function asks(file: EditionFile, step: KnownStepId): boolean {
  return positionOf(file.steps, step) !== -1;
}

function checkNeeded(file: EditionFile): Finding[] {
  const missing = needed.filter((step) => !asks(file, step));
  const skippable = neverOptional.filter(
    (step) => file.steps[positionOf(file.steps, step)]?.optional === true,
  );
  return [
    ...missing.map((step): Finding => ({ code: 'step-missing', path: ['steps'], values: { step } })),
    ...skippable.map((step): Finding => ({
      code: 'step-not-optional',
      path: ['steps', positionOf(file.steps, step), 'optional'],
      values: { step },
    })),
  ];
}

function checkTwice(steps: readonly FileStep[]): Finding[] {
  const known = steps.map((step) => ('id' in step ? undefined : step.ask));
  return [
    ...repeated(known).map(({ index, first, value }): Finding => ({
      code: 'step-twice',
      path: ['steps', index],
      values: { step: value, first: first + 1 },
    })),
    ...sameIds(
      ['steps'],
      steps.map((step) => ({ id: 'id' in step ? step.id : undefined })),
    ),
  ];
}

function checkOrder(steps: readonly FileStep[]): Finding[] {
  return after.flatMap(([step, earlier]): Finding[] => {
    const position = positionOf(steps, step);
    const earlierPosition = positionOf(steps, earlier);
    // A needed question that is not there at all has been named already.
    if (position === -1 || (earlierPosition === -1 && needed.includes(earlier))) return [];
    if (earlierPosition !== -1 && earlierPosition < position) return [];
    return [{ code: 'step-too-early', path: ['steps', position], values: { step, earlier } }];
  });
}

function checkOptions(steps: readonly FileStep[]): Finding[] {
  return steps.flatMap((step, index) =>
    step.ask === 'choice' ? sameIds(['steps', index, 'options'], step.options) : [],
  );
}

function checkCategoryAsked(file: EditionFile): Finding[] {
  if (file.categories.length < 2 || asks(file, 'category')) return [];
  return [{ code: 'category-not-asked', path: ['steps'], values: { count: file.categories.length } }];
}

function checkConditions(file: EditionFile): Finding[] {
  const conditions = file.conditions ?? [];
  const isAsked = asks(file, 'conditions');
  const refusals = conditions.flatMap(({ kind, refusal }, index): Finding[] =>
    kind === 'rule' && refusal === undefined
      ? [{ code: 'refusal-missing', path: ['conditions', index] }]
      : [],
  );
  if (isAsked && conditions.length === 0) {
    const position = positionOf(file.steps, 'conditions');
    return [{ code: 'no-conditions', path: ['steps', position] }];
  }
  if (isAsked || conditions.length === 0) return [...sameIds(['conditions'], conditions), ...refusals];
  return [{ code: 'conditions-not-asked', path: ['conditions'], severity: 'warning' }, ...refusals];
}

function checkConsent(file: EditionFile): Finding[] {
  if (asks(file, 'consent')) return [];
  return [{ code: 'consent-not-asked', path: ['consent'], severity: 'warning' }];
}

function checkInvitation(file: EditionFile): Finding[] {
  if (file.invitesNominated !== true) return [];
  if (asks(file, 'whose') && asks(file, 'contact-there')) return [];
  return [{ code: 'invites-nobody', path: ['invitesNominated'] }];
}
