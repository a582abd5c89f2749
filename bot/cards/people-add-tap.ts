import { z } from 'zod';
import type { TapReply } from '../conversation/inbound-event.ts';
import { readAddresses } from '../conversation/reading/read-addresses.ts';
import { speak } from '../texts/texts.ts';
import { invitePeople } from '../use-cases/people/invite-people.ts';
import { editionToManage } from '../use-cases/people/view-people.ts';
import { plainLine } from './escape.ts';
import { peopleAddDrawing } from './people-add-drawing.ts';
import type { PeopleTap } from './people-tap.ts';
import { chosenRole, drawn, edition, readOrganisation, readTapData, typed, wishOf } from './people-tap.ts';

const opening = z.object({ edition: edition.optional() });
const sending = z.object({
  ...{ edition, list: z.string().regex(/^[\w-]{1,64}$/), addresses: typed, organisation: typed },
  ...chosenRole,
});

/** What a turn can deal with in its time. */
const mostAddresses = 500;
/** More than this would not fit on the card again. */
const mostCharacters = 50_000;
const mostLinesTold = 5;

export async function tapAdd({ world, event, language }: PeopleTap): Promise<TapReply> {
  const data = readTapData(opening, event);
  const managed = await editionToManage(world, event.person, data.edition);
  return drawn(peopleAddDrawing(managed, language, { list: world.newId() }));
}

/** What can't be read stays in the field; what can is done. */
export async function tapInvite(tap: PeopleTap): Promise<TapReply> {
  const { world, event, language } = tap;
  const data = readTapData(sending, event);
  const managed = await editionToManage(world, event.person, data.edition);
  const say = speak(language);
  const tooLong = say('people.add.too-long', { most: mostAddresses });
  if (data.addresses.length > mostCharacters) return { kind: 'error', code: 'too-long', text: tooLong };
  const wish = wishOf(data, managed);
  const { addresses, repeated, unread } = readAddresses(data.addresses);
  const organisation = readOrganisation(tap, managed, data.organisation);
  const form = { chosen: wish, organisation: data.organisation, addresses: data.addresses, list: data.list };
  const again = (fault: string) => drawn(peopleAddDrawing(managed, language, { ...form, fault }));
  if ('fault' in organisation) return again(organisation.fault);
  if (addresses.length > mostAddresses) return again(tooLong);
  const mended =
    unread.length === 0 ? '' : say('people.add.unread', { count: unread.length, lines: linesOf() });
  if (addresses.length === 0) return again(mended === '' ? say('people.add.empty') : mended);
  const { code } = organisation;
  const outcome = await invitePeople(world, event.person, {
    ...{ editionId: managed.id, listId: data.list, addressees: addresses, wish },
    ...(code !== undefined && { organisation: code }),
  });
  const said = say('people.add.done', { ...outcome, repeated }).trim();
  return drawn(
    peopleAddDrawing(managed, language, {
      ...{ chosen: wish, organisation: data.organisation, fault: mended },
      addresses: unread.map(({ text }) => text).join('\n'),
      list: world.newId(),
      said: { notice: said, noticeStyle: 'good' },
    }),
  );

  function linesOf(): string {
    const told = unread
      .slice(0, mostLinesTold)
      .map(({ line, text }) => say('people.add.unread-line', { line, text: plainLine(text, 60) }));
    return [...told, ...(unread.length > mostLinesTold ? ['…'] : [])].join('; ');
  }
}
