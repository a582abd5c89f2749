import type { Partner } from '../../domain/submission/participant.ts';
import { municipalitiesIn, municipalityName, participantName } from '../../domain/submission/participant.ts';
import { mostPartners, nameLength } from '../../domain/submission/submission.ts';
import { text } from '../../texts/texts.ts';
import type { FoundParticipants } from '../reading/find-participants.ts';
import { findParticipants, isNobody } from '../reading/find-participants.ts';
import { shortened, squeezed } from '../reading/words.ts';
import { nameList } from './name-list.ts';
import type { Reading, Step, StepContext } from './step.ts';
import { told, understood, unclear } from './step.ts';
import { lettersIn, tooManyIn } from './written.ts';

const nobody = 'nobody';
const mostCharacters = 2_000;

/** Who else worked on it. On the card the list is written whole; in the chat names are added to it. (GD17) */
export const partners: Step = {
  id: 'partners',
  label: 'intake.partners.label',
  question: () => 'intake.partners.question',
  explanation: ({ answers }) =>
    (answers.partners?.length ?? 0) > 0 ? 'intake.partners.explanation.more' : 'intake.partners.explanation',
  nothing: nobody,
  options: ({ answers, language }) =>
    (answers.partners?.length ?? 0) > 0
      ? []
      : [
          {
            value: nobody,
            title: text(language, 'intake.partners.none'),
            chosen: answers.partners !== undefined,
          },
        ],
  inputs: ({ answers }) => [
    {
      id: 'answer',
      label: 'intake.partners.input',
      placeholder: 'intake.partners.placeholder',
      kind: 'lines',
      most: mostCharacters,
      value: (answers.partners ?? []).map(participantName).join('\n'),
      required: false,
    },
  ],
  read(typed, context) {
    const before = context.answers.partners ?? [];
    if (isNobody(typed)) return understood({ partners: before });
    const reading = take(before, typed, context);
    if (reading.kind === 'unclear' || reading.remark?.tone === 'mend') return reading;
    const list = reading.answers.partners ?? [];
    if (list.length === before.length) return unclear('intake.partners.known');
    const added = nameList(list.slice(before.length).map(participantName), context.language);
    return { ...reading, remark: told('intake.partners.added', { added }), wish: 'stay' };
  },
  fill: ({ answer = '' }, context) =>
    isNobody(answer) || answer.trim() === '' ? understood({ partners: [] }) : take([], answer, context),
  pick: (option) => (option === nobody ? understood({ partners: [] }) : unclear('intake.partners.unclear')),
  show({ answers, language }) {
    if (answers.partners === undefined) return undefined;
    if (answers.partners.length === 0) return text(language, 'intake.partners.nobody');
    return nameList(answers.partners.map(participantName), language);
  },
};

/** The list with what was typed added to it. */
function take(before: readonly Partner[], typed: string, context: StepContext): Reading {
  const found = findParticipants(typed.slice(0, mostCharacters), context.today);
  const list = distinct([...before, ...namedIn(found, context)]);
  if (list.some((each) => tooManyIn(participantName(each), nameLength.most) > 0))
    return unclear('intake.partners.name-too-long', { most: nameLength.most });
  if (list.length > mostPartners) return unclear('intake.partners.too-many', { most: mostPartners });
  const [doubtful] = found.unsure;
  if (doubtful === undefined)
    return list.length === 0 ? unclear('intake.partners.unclear') : understood({ partners: list });
  const names = nameList(doubtful.codes.map(municipalityName), context.language);
  const asked = unclear('intake.partners.several', { typed: shortened(doubtful.typed, 80), names });
  if (list.length === before.length) return asked;
  return { kind: 'understood', answers: { partners: list }, remark: asked.remark, wish: 'stay' };
}

/** Whoever takes part is no partner of their own. */
function namedIn({ codes, rest }: FoundParticipants, { answers }: StepContext): Partner[] {
  const own = answers.participant && municipalitiesIn({ participant: answers.participant, partners: [] });
  return [
    ...codes
      .filter((code) => own?.includes(code) !== true)
      .map((code): Partner => ({ kind: 'municipality', code })),
    ...rest
      .filter((name) => lettersIn(name) >= nameLength.least)
      .map((name): Partner => ({ kind: 'organisation', name })),
  ];
}

function distinct(list: readonly Partner[]): Partner[] {
  return [...new Map(list.map((each) => [squeezed(participantName(each)), each])).values()];
}
