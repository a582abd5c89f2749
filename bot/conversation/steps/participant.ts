import { partnershipNameOf } from '../../domain/submission/participant.ts';
import { nameLength } from '../../domain/submission/submission.ts';
import { isNo, isYes } from '../reading/read-yes-no.ts';
import { readOption } from '../reading/read-option.ts';
import { participantOptions, participantSuggested, pickParticipant } from './participant-options.ts';
import { readParticipant } from './read-participant.ts';
import { shownParticipant, typedParticipant } from './shown-participant.ts';
import type { Inputs, LineInput, Reading, Step, StepContext } from './step.ts';
import { unclear } from './step.ts';
import { tooManyIn, writtenLine } from './written.ts';

const mostCharacters = 500;

/** The participant: a municipality, several together, or another organisation. (GD2) */
export const participant: Step = {
  id: 'participant',
  label: 'intake.participant.label',
  alsoCalled: ['gemeente', 'municipality', 'organisatie', 'organisation', 'samenwerking'],
  question: ({ answers }) =>
    answers.whose === 'nominated'
      ? 'intake.participant.question.nominated'
      : 'intake.participant.question.own',
  explanation(context) {
    if (context.choices.length > 0) return 'intake.participant.explanation.choices';
    return participantSuggested(context) === undefined
      ? 'intake.participant.explanation'
      : 'intake.participant.explanation.suggested';
  },
  options: participantOptions,
  inputs: (context) => [answerInput(context), ...nameInputs(context)],
  read(typed, context) {
    const offered = participantOptions(context);
    const [first, second] = offered;
    if (first !== undefined && second === undefined && isYes(typed))
      return pickParticipant(first.value, context);
    if (isYes(typed) || isNo(typed)) return unclear('intake.participant.name');
    const chosen = /^\s*\d+\s*$/.test(typed)
      ? readOption(
          typed,
          offered.map(({ value, title }) => ({ value, names: [title] })),
        )[0]
      : undefined;
    return chosen === undefined ? readParticipant(typed, context) : pickParticipant(chosen, context);
  },
  fill: (inputs, context) => named(participant.read(inputs.answer ?? '', context), inputs),
  pick: pickParticipant,
  show: ({ answers }) => answers.participant && shownParticipant(answers.participant),
};

function answerInput(context: StepContext): LineInput {
  const { answers } = context;
  return {
    id: 'answer',
    label:
      participantOptions(context).length > 0 ? 'intake.participant.input.other' : 'intake.participant.input',
    placeholder: 'intake.participant.placeholder',
    kind: 'line',
    most: mostCharacters,
    value: answers.participant === undefined ? '' : typedParticipant(answers.participant),
    required: true,
  };
}

/** Municipalities that take part together may have a name. */
function nameInputs({ answers }: StepContext): LineInput[] {
  if (answers.participant?.kind !== 'partnership') return [];
  const { name, members } = answers.participant;
  return [
    {
      id: 'name',
      label: 'intake.participant.partnership',
      placeholder: 'intake.participant.partnership.placeholder',
      kind: 'line',
      most: nameLength.most,
      value: name === partnershipNameOf(members) ? '' : name,
      required: false,
    },
  ];
}

function named(reading: Reading, { name }: Inputs): Reading {
  if (reading.kind === 'unclear' || name === undefined) return reading;
  const { participant: read } = reading.answers;
  const written = writtenLine(name);
  if (read?.kind !== 'partnership' || written === '') return reading;
  if (tooManyIn(written, nameLength.most) > 0)
    return unclear('intake.participant.name-too-long', { most: nameLength.most });
  const { remark: _remark, ...rest } = reading;
  return { ...rest, answers: { ...reading.answers, participant: { ...read, name: written } } };
}
