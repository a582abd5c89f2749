import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fill, takeReading } from '../../../bot/conversation/answer.ts';
import type { FilledForm } from '../../../bot/conversation/form-data.ts';
import { asSent, fingerprint } from '../../../bot/conversation/form-fingerprint.ts';
import { takeForm } from '../../../bot/conversation/form-take.ts';
import { viewForm } from '../../../bot/conversation/form-view.ts';
import { contextOf } from '../../../bot/conversation/intake-context.ts';
import { stepOf, stepsOf } from '../../../bot/conversation/steps/steps.ts';
import type { Draft } from '../../../bot/domain/draft/draft.ts';
import { effort } from '../../runs.ts';
import type { Place } from './chat.ts';
import { sanne } from './chat.ts';
import type { AtForm, Opened } from './form-place.ts';
import { asOpened, atForm, openFormPlace, wholeForm } from './form-place.ts';
import { wholeEdition } from './story-edition.ts';

/** Whatever is filled in, sent, closed and opened again: it is read as in the chat, and nothing typed is lost. */

let place: Place;

beforeAll(async () => {
  place = await openFormPlace();
});
afterAll(() => place.close());

const odd = ['', ' ', '👍', '**x** <b>', '${title}', '\u0000', '\uD83D', 'a\r\nb', 'x'.repeat(3_000), '1', 'ja', 'geen', 'overslaan', 'stop']; // prettier-ignore
const likely = ['Utrecht', 'Bergen', 'Weesp', 'Narnia', 'Ede en Barneveld', 'Stichting Buurtzon', 'maart 2025', 'Q3 2024', '2019', '2030', 'jan@ede.nl', '06 12345678', 'own', 'nominated', 'direct', 'yes', 'no', 'true', 'false', 'town', 'new', ...Object.values(wholeForm)]; // prettier-ignore
const words = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...likely) },
  { weight: 2, arbitrary: fc.constantFrom(...odd) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
);
const fieldIds = [...Object.keys(wholeForm), 'participant.choice', 'participant.name', 'contact-there.name', 'contact-there.mail']; // prettier-ignore
const fields = fc.dictionary(fc.constantFrom(...fieldIds), words, { maxKeys: 12 });

function draftOf(answers: Draft['answers']): Draft {
  return {
    ...{ id: 'd', editionId: place.edition.id, submitter: 'tenant:sanne', status: 'open', step: 'title' },
    ...{ answers, revision: 1, updatedAt: place.world.now() },
  };
}

/** The form as it is drawn, with these fields changed. */
function changed(draft: Draft, changes: Record<string, string>): FilledForm {
  const { sections } = viewForm(draft, contextAt(draft));
  const pairs = sections.map(({ step, fields: all }) => [
    step,
    all.map(({ id, value, drawn }) => ({ id, drawn, value: asSent(changes[`${step}.${id}`] ?? value) })),
  ] as const); // prettier-ignore
  const by = (part: 'value' | 'drawn') =>
    Object.fromEntries(
      pairs.map(([step, all]) => [step, Object.fromEntries(all.map((each) => [each.id, each[part]]))]),
    );
  return { draft: draft.id, seen: draft.updatedAt, wish: 'save', typed: by('value'), drawn: by('drawn') };
}

function contextAt(draft: Draft) {
  return contextOf(draft, { ...place.edition, ...wholeEdition }, sanne, place.world.now());
}

const texts = ['participant', 'partners', 'title', 'description', 'finished', 'proof', 'own-costs'] as const;

const answered = { whose: 'own', participant: { kind: 'municipality', code: 'GM0193' } } as const;

test('a text is read as the card in the chat reads it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), words, (id, typed) => {
      const draft = draftOf(id === 'participant' ? { whose: 'own' } : answered);
      const context = contextAt(draft);
      const step = stepOf(id, context.edition);
      const sent = asSent(typed);
      if (step === undefined || sent === '') return;
      const inputs = { answer: sent };
      const inChat = takeReading(draft, step, fill(step, inputs, context), inputs, context).draft;
      const inForm = takeForm(draft, changed(draft, { [`${id}.answer`]: typed }), context).draft;
      expect(pick(inForm, id)).toEqual(pick(inChat, id));
    }),
    effort(200, 20_000),
  );
});

/** What a draft holds of one question; a contact that is known is taken along by sending the form. */
function pick({ answers, attempts }: Draft, step: string): unknown {
  const { contact: _contact, participant, ...rest } = answers;
  return { ...rest, ...(step === 'participant' && { participant }), attempt: attempts?.[step] };
}

test('a form sent as it was drawn leaves every answer as it is', () => {
  fc.assert(
    fc.property(fields, (changes) => {
      const empty = draftOf({});
      const { draft } = takeForm(empty, changed(empty, { ...wholeForm, ...changes }), contextAt(empty));
      const again = takeForm(draft, changed(draft, {}), contextAt(draft)).draft;
      const onceMore = takeForm(again, changed(again, {}), contextAt(again)).draft;
      if (stepsOf(contextAt(draft)).every(({ id }) => draft.attempts?.[id] === undefined))
        expect(again.answers).toEqual({ ...draft.answers, ...likelyIn(draft, again) });
      expect(onceMore).toEqual(again);
    }),
    effort(80, 10_000),
  );
});

/** What stood there as likely and is agreed to by sending the form. */
function likelyIn(before: Draft, after: Draft): Draft['answers'] {
  const { participant, contact, partners } = after.answers;
  return {
    ...(before.answers.participant === undefined && participant && { participant }),
    ...(before.answers.contact === undefined && contact && { contact }),
    ...(before.answers.partners === undefined && partners && { partners }),
  };
}

type Deed =
  | { kind: 'send'; fields: Record<string, string>; later: boolean }
  | { kind: 'say'; text: string }
  | { kind: 'again' | 'cross' };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('send' as const), fields, later: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('say' as const), text: words }) },
  { weight: 1, arbitrary: fc.constantFrom<Deed>({ kind: 'again' }, { kind: 'cross' }) },
);

test('whatever is filled in, sent, closed and said in between, nothing typed is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 8 }), async (deeds) => {
      const at = await atForm(place);
      let form: Opened | undefined;
      for (const each of deeds) form = await doAt(at, each, form);
      expect((await at.open()).kind).toBe('dialog');
    }),
    effort(40, 3_000),
  );
}, 600_000);

/** What is taken for a command that puts the draft aside is taken back: there is no form then. */
async function say({ chat }: AtForm, words: string): Promise<void> {
  await chat.say(words);
  const { paused, startingOver, deleting } = await chat.draft();
  if (paused) await chat.say('verder');
  if (startingOver || deleting) await chat.say('nee');
}

/** @returns the form that stands open then */
async function doAt(at: AtForm, each: Deed, standing: Opened | undefined): Promise<Opened | undefined> {
  switch (each.kind) {
    case 'cross':
      return undefined;
    case 'say':
      await say(at, each.text);
      return standing;
    case 'again': {
      const before = await at.chat.draft();
      await at.again();
      expect(await at.chat.draft()).toEqual(before);
      return standing;
    }
    case 'send':
      return sendAt(at, each, standing ?? (await at.opened()));
    default:
      return each satisfies never;
  }
}

async function sendAt(
  at: AtForm,
  { fields: wanted, later }: Extract<Deed, { kind: 'send' }>,
  form: Opened,
): Promise<Opened | undefined> {
  const there = Object.entries(wanted).filter(([id]) => form.fields[id] !== undefined);
  const sent = { ...form.fields, ...Object.fromEntries(there) };
  const reply = await at.send(form, Object.fromEntries(there), later ? /later/ : undefined);
  const back = reply.kind === 'dialog' ? asOpened(reply) : undefined;
  const draft = await at.chat.draft();
  for (const id of ['title', 'description', 'proof'] as const) {
    const typed = asSent(sent[`${id}.answer`] ?? '');
    const isTouched =
      there.some(([field]) => field === `${id}.answer`) &&
      typed !== asSent(form.fields[`${id}.answer`] ?? '');
    if (typed === '' || !isTouched) continue;
    const kept = [draft.answers[id], draft.attempts?.[id]?.answer, back?.fields[`${id}.answer`]];
    expect(kept.map((value) => squeezed(value ?? ''))).toContain(squeezed(typed));
  }
  return back;
}

/** Spaces and what can not be seen may be tidied. */
function squeezed(text: string): string {
  return fingerprint(text.toWellFormed().replace(/[\p{C}\s]+/gu, ''));
}
