import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Messenger, PostTarget, RenderedMessage } from '../../../bot/delivery/messenger.ts';
import type { PostAddress } from '../../../bot/domain/outgoing-message.ts';

interface OpenedMessenger {
  messenger: Messenger;
  /** A place in Teams where nothing goes wrong and looking is allowed. */
  target: PostTarget;
  close(): Promise<void>;
}

/** What delivery relies on, of the messenger to Teams and of the fake alike. */
export function describeMessenger(name: string, open: () => Promise<OpenedMessenger>): void {
  describe(`the messenger ${name}`, () => {
    const longAgo = '2020-01-01T00:00:00.000Z';
    let opened: OpenedMessenger;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => {
      await opened.close();
    });

    test('finds what it posted by its marker, where it was said to stand', async () => {
      const at = await postHello();
      await opened.messenger.post(opened.target, messageOf('m-other', 'Other'));
      expect(await opened.messenger.find(opened.target, 'm-hello', longAgo)).toEqual({ kind: 'found', at });
    });

    test('does not find what was not posted', async () => {
      await postHello();
      expect(await opened.messenger.find(opened.target, 'm-never', longAgo)).toEqual({ kind: 'absent' });
    });

    test('still finds it after an edit', async () => {
      const at = await postHello();
      expect(await opened.messenger.edit(at, messageOf('m-hello', 'Hello again'))).toEqual({ kind: 'done' });
      expect(await opened.messenger.find(opened.target, 'm-hello', longAgo)).toEqual({ kind: 'found', at });
    });

    test('takes a message away as often as it is asked to, and then does not find or edit it', async () => {
      const at = await postHello();
      expect(await opened.messenger.remove(at)).toEqual({ kind: 'done' });
      expect(await opened.messenger.remove(at)).toEqual({ kind: 'done' });
      expect(await opened.messenger.find(opened.target, 'm-hello', longAgo)).toEqual({ kind: 'absent' });
      expect(await opened.messenger.edit(at, messageOf('m-hello', 'Hello again'))).toMatchObject({
        kind: 'undeliverable',
      });
    });

    async function postHello(): Promise<PostAddress> {
      const outcome = await opened.messenger.post(opened.target, messageOf('m-hello', 'Hello'));
      if (outcome.kind !== 'posted') throw new Error(`the post was ${outcome.kind}`);
      return outcome.at;
    }
  });
}

function messageOf(marker: string, text: string): RenderedMessage {
  const body = [{ type: 'TextBlock', id: marker, text, wrap: true }];
  return { card: { type: 'AdaptiveCard', version: '1.5', body }, summary: text, marker };
}
