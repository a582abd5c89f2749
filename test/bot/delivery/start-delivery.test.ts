import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Messenger } from '../../../bot/delivery/messenger.ts';
import type { Delivery, Destination } from '../../../bot/domain/outgoing-message.ts';
import { juryChannels } from '../../../bot/store/documents/edition-documents.ts';
import { deliveries, outgoingMessages } from '../../../bot/store/documents/message-documents.ts';
import { people, personDocumentId } from '../../../bot/store/documents/person-documents.ts';
import type { DocumentStore } from '../../../bot/store/port.ts';
import { waitFor } from '../../wait-for.ts';
import {
  juryChannel,
  nameOf,
  openWorld,
  partition,
  quickTimings,
  render,
  someone,
  targetOf,
  type World,
} from './delivery-world.ts';
import type { FakeCall, Fault } from './fake-messenger.ts';
import { mortal } from './mortal.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(async () => {
  await world.close();
});

const look = async () => undefined;

describe('a message that somebody is filling something in on', () => {
  test('is posted, but not edited before they are done; then it shows the latest', async () => {
    let busyUntil = Infinity;
    const delivery = world.start({ busy: { until: () => busyUntil, look } });
    await world.want('post', 'None handed in');
    await delivery.idle();
    await world.want('post', 'One handed in');
    await delivery.idle();
    await world.want('post', 'Two handed in');
    await delivery.idle();
    expect(world.seen('post')).toEqual(['None handed in']);
    expect(delivery.state()).toMatchObject({ waiting: 1, parked: 0, retrying: 0, oldestMs: 0 });
    busyUntil = 0;
    await waitFor('the edit', () => world.seen('post')[0] === 'Two handed in');
    expect(world.teams.calls.filter(({ kind }) => kind === 'edit')).toHaveLength(1);
  });

  test('is not edited when it turns out at the last moment that they have begun', async () => {
    let isBusy = true;
    let begun = false;
    let looks = 0;
    const delivery = world.start({
      busy: {
        until: () => (isBusy && begun ? Infinity : 0),
        look: async () => {
          looks += 1;
          begun = true;
        },
      },
    });
    await world.want('post', 'None handed in');
    await delivery.idle();
    await world.want('post', 'One handed in');
    await delivery.idle();
    expect([looks, world.seen('post')]).toEqual([1, ['None handed in']]);
    isBusy = false;
    await waitFor('the edit', () => world.seen('post')[0] === 'One handed in');
  });

  test('is edited all the same when they take too long', async () => {
    const delivery = world.start({
      busy: { until: () => Infinity, look },
      timings: { ...quickTimings, mostBusyMs: 50 },
    });
    await world.want('post', 'None handed in');
    await delivery.idle();
    await world.want('post', 'One handed in');
    await waitFor('the edit', () => world.seen('post')[0] === 'One handed in');
  });
});

describe('a message that was committed', () => {
  test('is posted once, and written down as posted', async () => {
    const delivery = world.start();
    await world.want('hello', 'Hello');
    await delivery.idle();
    expect(world.seen('hello')).toEqual(['Hello']);
    expect(await world.deliveryOf('hello')).toEqual({
      state: 'posted',
      at: world.posts('hello')[0]?.at,
      shown: 1,
    });
    expect(delivery.state()).toEqual({ waiting: 0, ambiguous: 0, parked: 0, retrying: 0, oldestMs: 0 });
  });

  test('is posted when it was there before delivery started', async () => {
    await world.want('hello', 'Hello');
    await world.start().idle();
    expect(world.seen('hello')).toEqual(['Hello']);
  });

  test('is claimed in the store before it is posted', async () => {
    world.teams.options.takesMs = () => 20;
    world.start();
    await world.want('hello', 'Hello');
    await waitFor('the call', () => world.teams.calls.length > 0);
    const claimed = await world.deliveryOf('hello');
    expect(claimed).toEqual({ state: 'ambiguous', since: expect.any(String), attempt: 1 });
  });

  test('costs one read and two commits, of which one is after it stands', async () => {
    const steps: string[] = [];
    const { store } = world;
    const counted: Pick<DocumentStore, 'read' | 'list' | 'commit'> = {
      read: (where, id) => store.read(noted(where, 'read'), id),
      list: (where, options) => store.list(noted(where, 'list'), options),
      commit: (where, operations) => store.commit(noted(where, 'commit'), operations),
    };
    const noted = (where: string, step: string): string => {
      if (where === partition) steps.push(step);
      return where;
    };
    world.teams.options.fault = ({ kind }) => {
      steps.push(kind);
      return 'none';
    };
    const delivery = world.start({ store: { ...mortal(store, world.teams, undefined).store, ...counted } });
    await world.want('hello', 'Hello');
    await delivery.idle();
    expect(steps).toEqual(['read', 'commit', 'post', 'commit']);
  });

  test('is drawn while its address is looked up', async () => {
    const drawing = Promise.withResolvers<undefined>();
    const looking = Promise.withResolvers<undefined>();
    const delivery = world.start({
      addresses: {
        of: async (destination) => {
          looking.resolve(undefined);
          await drawing.promise;
          return targetOf(destination);
        },
      },
      render: async (...message) => {
        drawing.resolve(undefined);
        await looking.promise;
        return render(...message);
      },
    });
    await world.want('hello', 'Hello');
    await delivery.idle();
    expect(world.seen('hello')).toEqual(['Hello']);
  });

  test('shows what is true when its turn has come', async () => {
    let truth = 'old';
    let drawings = 0;
    const delivery = world.start({
      limits: { conversation: [{ count: 1, withinMs: 250 }], tenant: [] },
      render: async (content, destination, marker) => {
        drawings += 1;
        const drawn = await render(content, destination, marker);
        return drawn && { ...drawn, summary: truth };
      },
    });
    await world.want('first', 'first');
    await world.want('second', 'second');
    await waitFor('the drawing of the second', () => drawings === 2);
    truth = 'new';
    await delivery.idle();
    expect([world.seen('first'), world.seen('second')]).toEqual([['old'], ['new']]);
  });

  test('is posted before a change of an older one that waits as well', async () => {
    const delivery = world.start({ limits: { conversation: [{ count: 1, withinMs: 250 }], tenant: [] } });
    await world.want('card', 'question');
    await delivery.idle();
    await world.want('card', 'answered');
    await world.want('next', 'next question');
    await delivery.idle();
    expect(kinds()).toEqual(['post', 'post', 'edit']);
  });

  test('is not posted under a claim that took so long that others may be looking already', async () => {
    const attempts: unknown[] = [];
    const commit: World['store']['commit'] = async (where, operations) => {
      const etags = await world.store.commit(where, operations);
      if (where === partition)
        attempts.push(...operations.map((each) => (each.kind === 'delete' ? 0 : each.body)));
      if (attempts.length === 1) await sleep(40);
      return etags;
    };
    const delivery = world.start({
      store: { ...mortal(world.store, world.teams, undefined).store, commit },
      timings: { ...quickTimings, claimMs: 20 },
    });
    await world.want('hello', 'Hello');
    await delivery.idle();
    expect(attempts).toMatchObject([
      { state: 'ambiguous', attempt: 1 },
      { state: 'refused', attempt: 1 },
      { state: 'ambiguous', attempt: 2 },
      { state: 'posted' },
    ]);
    expect(kinds()).toEqual(['post']);
  });

  test('is not posted by who slept after claiming it, while another took over and posted it', async () => {
    const { promise: asleep, resolve: wake } = Promise.withResolvers<undefined>();
    const sleepy: Messenger = {
      ...world.teams,
      post: async (target, message, mayGo) => {
        await asleep;
        return world.teams.post(target, message, mayGo);
      },
    };
    let leads = true;
    const slept = world.start({ messenger: sleepy, mayGoOn: () => leads });
    await world.want('hello', 'Hello');
    await waitFor('its claim', async () => (await world.deliveryOf('hello'))?.state === 'ambiguous');
    leads = false;
    await world.start().idle();
    expect(world.seen('hello')).toEqual(['Hello']);
    wake(undefined);
    await slept.stop();
    expect(world.seen('hello')).toEqual(['Hello']);
    expect(await world.deliveryOf('hello')).toMatchObject({ state: 'posted', shown: 1 });
  });

  test('is not edited to what it was by who slept meanwhile', async () => {
    const { promise: asleep, resolve: wake } = Promise.withResolvers<undefined>();
    const sleepy: Messenger = {
      ...world.teams,
      edit: async (at, message, mayGo) => {
        await asleep;
        return world.teams.edit(at, message, mayGo);
      },
    };
    let leads = true;
    const slept = world.start({ messenger: sleepy, mayGoOn: () => leads });
    await world.want('card', 'first');
    await slept.idle();
    await world.want('card', 'second');
    await sleep(20);
    leads = false;
    await world.want('card', 'third');
    await world.start().idle();
    expect(world.seen('card')).toEqual(['third']);
    wake(undefined);
    await slept.stop();
    expect(world.seen('card')).toEqual(['third']);
  });

  test('goes out at once, not with the next poll', async () => {
    const delivery = world.start({ timings: { ...quickTimings, pollMs: 3_600_000 } });
    await delivery.idle();
    await world.want('hello', 'Hello');
    await waitFor('the post', () => world.teams.calls.length > 0);
  });

  test('is not posted again by a restart', async () => {
    await world.want('hello', 'Hello');
    const first = world.start();
    await first.idle();
    await first.stop();
    await world.start().idle();
    expect(world.teams.calls.map((call) => call.kind)).toEqual(['post']);
  });

  test('with nothing to show is left alone', async () => {
    const delivery = world.start();
    await world.want('empty', '');
    await world.wantContent('nothing', { kind: 'nothing' });
    await delivery.idle();
    expect(world.teams.calls).toEqual([]);
    expect(delivery.state().waiting).toBe(0);
  });

  test('that can not be read does not stop the others', async () => {
    const delivery = world.start();
    await world.store.commit(partition, [
      { kind: 'create', id: 'message:odd', type: outgoingMessages.type, body: { wanted: 'much' } },
    ]);
    await world.want('hello', 'Hello');
    await delivery.idle();
    expect(world.seen('hello')).toEqual(['Hello']);
    expect(world.log.filter((line) => line.level === 'error')).toHaveLength(1);
  });
});

describe('a change of a posted message', () => {
  test('is shown in place', async () => {
    const delivery = world.start();
    await world.want('card', 'one');
    await delivery.idle();
    await world.want('card', 'two');
    await delivery.idle();
    expect(world.posts('card')).toMatchObject([{ edits: 1, shows: { summary: 'two' } }]);
    expect(await world.deliveryOf('card')).toMatchObject({ state: 'posted', shown: 2 });
  });

  test('is shown at once when there was none before', async () => {
    const delivery = world.start({ timings: { ...quickTimings, editGapMs: 3_600_000 } });
    await world.want('card', 'new');
    await delivery.idle();
    await world.want('card', 'change');
    await waitFor('the edit', () => world.seen('card')[0] === 'change');
  });

  test('many in a row make few edits, and the last one is seen', async () => {
    const delivery = world.start({ timings: { ...quickTimings, editGapMs: 400 } });
    await world.want('card', 'new');
    await delivery.idle();
    const began = performance.now();
    await world.want('card', 'first change');
    await waitFor('the first edit', () => world.seen('card')[0] === 'first change');
    for (let change = 1; change <= 10; change += 1) await world.want('card', `change ${change}`);
    await delivery.idle();
    expect(world.seen('card')).toEqual(['change 10']);
    const [card] = world.posts('card');
    expect(card?.edits).toBeLessThanOrEqual(2 + Math.floor((performance.now() - began) / 400));
    expect(performance.now() - began).toBeGreaterThanOrEqual(400);
  });

  test('to nothing takes it away, and it can come back as a new message', async () => {
    const delivery = world.start();
    await world.want('card', 'here');
    await delivery.idle();
    await world.wantContent('card', { kind: 'nothing' });
    await delivery.idle();
    expect(world.seen('card')).toEqual([]);
    expect(await world.deliveryOf('card')).toBeUndefined();
    await world.want('card', 'back');
    await delivery.idle();
    expect(world.seen('card')).toEqual(['back']);
  });

  test('does not wait for another message to the same person', async () => {
    const delivery = world.start();
    await world.want('card', 'one');
    await delivery.idle();
    world.teams.options.fault = (call) => (call.kind === 'post' ? 'refused' : 'none');
    await world.want('stuck', 'stuck');
    await world.want('card', 'two');
    await waitFor('the edit', () => world.seen('card')[0] === 'two');
    expect(world.seen('stuck')).toEqual([]);
  });

  test('is tried again until Teams takes it', async () => {
    const faults: Fault[] = ['refused', 'throttled', 'broken', 'cut-after'];
    const delivery = world.start();
    await world.want('card', 'one');
    await delivery.idle();
    world.teams.options.fault = () => faults.shift() ?? 'none';
    await world.want('card', 'two');
    await delivery.idle();
    expect(world.posts('card')).toMatchObject([{ shows: { summary: 'two' } }]);
    expect(faults).toEqual([]);
    expect(await world.deliveryOf('card')).toMatchObject({ shown: 2 });
  });

  test('of a message that is gone from Teams ends there', async () => {
    const delivery = world.start();
    await world.want('card', 'one');
    await delivery.idle();
    world.teams.options.fault = () => 'undeliverable';
    await world.want('card', 'two');
    await delivery.idle();
    expect(await world.deliveryOf('card')).toMatchObject({
      state: 'undeliverable',
      reason: 'MessageNotFound',
    });
    expect(delivery.state().waiting).toBe(0);
  });
});

describe('when Teams turns a post down', () => {
  test('it goes again until it is taken, and the fifth time somebody is warned', async () => {
    let left = 6;
    world.teams.options.fault = () => (left-- > 0 ? 'refused' : 'none');
    const delivery = world.start();
    await world.want('hello', 'Hello');
    await delivery.idle();
    expect(world.seen('hello')).toEqual(['Hello']);
    expect(world.teams.calls).toHaveLength(7);
    expect(world.log.filter((line) => line.level === 'warn')).toHaveLength(1);
  });

  test('it does not come back before Teams asked for', async () => {
    let left = 1;
    world.teams.options = { retryAfterMs: 120, fault: () => (left-- > 0 ? 'throttled' : 'none') };
    const delivery = world.start();
    const began = performance.now();
    await world.want('hello', 'Hello');
    await delivery.idle();
    expect(performance.now() - began).toBeGreaterThanOrEqual(118);
    expect(world.seen('hello')).toEqual(['Hello']);
  });

  test('the next to the same person waits for it, and other people do not', async () => {
    const other: Destination = { kind: 'person', person: 'tenant:ben' };
    let open = false;
    world.teams.options.fault = (call) =>
      call.kind === 'post' && call.message.summary === 'first' && !open ? 'refused' : 'none';
    const delivery = world.start();
    await world.want('first', 'first');
    await world.want('second', 'second');
    await world.want('other', 'other', other);
    await waitFor('the other', () => world.seen('other').length > 0);
    expect(world.seen('second')).toEqual([]);
    open = true;
    await delivery.idle();
    expect(world.teams.messages.map((message) => message.shows.summary)).toEqual([
      'other',
      'first',
      'second',
    ]);
  });

  test('for good, it stays away and the next one goes', async () => {
    world.teams.options.fault = (call) =>
      call.kind === 'post' && call.message.summary === 'first' ? 'undeliverable' : 'none';
    const delivery = world.start();
    await world.want('first', 'first');
    await world.want('second', 'second');
    await delivery.idle();
    expect(world.seen('second')).toEqual(['second']);
    expect(await world.deliveryOf('first')).toMatchObject({ state: 'undeliverable' });
  });
});

describe('when nobody knows whether a post arrived', () => {
  test.each<[Fault, string]>([
    ['cut-after', 'it arrived'],
    ['cut-before', 'it did not arrive'],
    ['late', 'it arrives later'],
    ['broken', 'the messenger broke'],
  ])('%s (%s): it is seen once', async (fault) => {
    world.teams.options = { lateMs: 8, fault: once('post', fault) };
    const delivery = world.start();
    await world.want('hello', 'Hello');
    await delivery.idle();
    expect(world.seen('hello')).toEqual(['Hello']);
    expect(await world.deliveryOf('hello')).toMatchObject({ state: 'posted', shown: 1 });
  });

  test('it is not posted again before a request can no longer be under way', async () => {
    world.teams.options.fault = once('post', 'cut-before');
    const delivery = world.start({ timings: { ...quickTimings, settleMs: 100 } });
    const began = performance.now();
    await world.want('hello', 'Hello');
    await delivery.idle();
    expect(performance.now() - began).toBeGreaterThanOrEqual(100);
    expect(world.teams.calls.map((call) => call.kind)).toEqual(['post', 'find', 'find', 'post']);
  });

  test('and Teams is too busy to be asked, it is asked again', async () => {
    const faults: Fault[] = ['cut-after', 'refused', 'throttled', 'broken'];
    world.teams.options.fault = () => faults.shift() ?? 'none';
    const delivery = world.start();
    await world.want('hello', 'Hello');
    await delivery.idle();
    expect(world.seen('hello')).toEqual(['Hello']);
  });

  test('the next to the same person waits, but not for ever', async () => {
    world.teams.options.fault = (call) => {
      if (call.kind === 'find') return 'refused';
      return call.kind === 'post' && call.message.summary === 'first' ? 'cut-before' : 'none';
    };
    const delivery = world.start({ timings: { ...quickTimings, patienceMs: 80 } });
    const began = performance.now();
    await world.want('first', 'first');
    await world.want('second', 'second');
    await waitFor('the second', () => world.seen('second').length > 0);
    expect(performance.now() - began).toBeGreaterThanOrEqual(80);
    await waitFor('its record', () => delivery.state().waiting === 1);
    expect(await world.deliveryOf('first')).toMatchObject({ state: 'ambiguous' });
  });

  describe('and we may not look', () => {
    beforeEach(() => {
      world.teams.options = { canFind: false, fault: once('post', 'cut-after') };
    });

    test('it is never posted again, the next one goes, and an administrator is told once', async () => {
      const delivery = world.start();
      await world.want('first', 'first');
      await world.want('second', 'second');
      await delivery.idle();
      expect(world.seen('first')).toEqual(['first']);
      expect(world.seen('second')).toEqual(['second']);
      expect(delivery.state()).toMatchObject({ waiting: 1, ambiguous: 1 });
      await waitFor('a second look', () => finds() >= 2);
      expect(world.log.filter((line) => line.level === 'warn')).toHaveLength(1);
    });

    test('somebody who uses it is proof enough', async () => {
      const delivery = world.start();
      await world.want('card', 'one');
      await delivery.idle();
      const [post] = world.posts('card');
      if (!post) throw new Error('it was not taken');
      await delivery.learnPosted(partition, 'card', post.at);
      await delivery.learnPosted(partition, 'card', post.at);
      await world.want('card', 'two');
      await delivery.idle();
      expect(world.seen('card')).toEqual(['two']);
      expect(await world.deliveryOf('card')).toEqual({ state: 'posted', at: post.at, shown: 2 });
      expect(delivery.state().waiting).toBe(0);
    });

    test('it is cleared up when we are allowed to', async () => {
      const delivery = world.start();
      await world.want('hello', 'Hello');
      await delivery.idle();
      world.teams.options.canFind = true;
      await waitFor('the answer', async () => (await world.deliveryOf('hello'))?.state === 'posted');
      await delivery.idle();
      expect(world.seen('hello')).toEqual(['Hello']);
    });
  });

  test('a restart looks first, and what it finds it brings up to date', async () => {
    await world.want('card', 'one');
    const first = world.start();
    await first.idle();
    await first.stop();
    await pretendCrash('card');
    await world.want('card', 'two');
    await world.start().idle();
    expect(world.posts('card')).toMatchObject([{ shows: { summary: 'two' } }]);
    expect(kinds()).toEqual(['post', 'find', 'edit']);
  });
});

describe('two at once', () => {
  const patient = { ...quickTimings, graceMs: 60_000, settleMs: 60_000, patienceMs: 60_000, pollMs: 60_000 };

  test('who comes second hears from the store what became of it', async () => {
    const both = [world.start({ timings: patient }), world.start({ timings: patient })];
    world.teams.options.takesMs = () => 20;
    await world.want('hello', 'Hello');
    await Promise.all(both.map((delivery) => delivery.idle()));
    expect(kinds()).toEqual(['post']);
  });

  test('an answer from Teams outweighs what the other had to assume', async () => {
    world.teams.options.takesMs = () => 30;
    const delivery = world.start({ timings: patient });
    await world.want('hello', 'Hello');
    await waitFor('the call', () => world.teams.calls.length > 0);
    await overwrite('hello', { state: 'refused', attempt: 1, notBefore: new Date().toISOString() });
    await delivery.idle();
    expect(world.seen('hello')).toEqual(['Hello']);
    expect(await world.deliveryOf('hello')).toMatchObject({ state: 'posted', shown: 1 });
  });

  test('an old text that arrived after a new one does not stay', async () => {
    const delivery = world.start();
    await world.want('card', 'one');
    await delivery.idle();
    world.teams.options.takesMs = () => 30;
    await world.want('card', 'two');
    await waitFor('the edit', () => kinds().includes('edit'));
    // Another of us has shown revision 3 meanwhile, of which this one has not heard.
    await world.want('card', 'three');
    const at = world.posts('card')[0]?.at;
    if (!at) throw new Error('it was not posted');
    await overwrite('card', { state: 'posted', at, shown: 3 });
    await delivery.idle();
    expect(world.seen('card')).toEqual(['three']);
  });
});

test('a message of which it is not known what it shows is edited, though its own change was read before', async () => {
  const delivery = world.start();
  await world.want('card', 'one');
  await delivery.idle();
  const at = world.posts('card')[0]?.at;
  if (!at) throw new Error('it was not posted');
  await overwrite('card', { state: 'posted', at, shown: 0 });
  await delivery.idle();
  expect(kinds()).toEqual(['post', 'edit']);
  expect(await world.deliveryOf('card')).toMatchObject({ shown: 1 });
});

describe('when there is nowhere to post', () => {
  test('it waits until the person has spoken', async () => {
    world.unreachable.add(nameOf(someone));
    const delivery = world.start({ timings: { ...quickTimings, parkedMs: 60_000 } });
    await world.want('one', 'one');
    await world.want('two', 'two');
    await delivery.idle();
    expect(delivery.state()).toMatchObject({ waiting: 2, parked: 1 });
    world.unreachable.clear();
    await world.store.commit('person:tenant:anna', [
      people.create(personDocumentId, { tenantId: 'tenant', objectId: 'anna', name: 'Anna', language: 'nl' }),
    ]);
    await delivery.idle();
    expect(world.teams.messages.map((message) => message.shows.summary)).toEqual(['one', 'two']);
  });

  test('it waits until the channel is bound', async () => {
    world.unreachable.add(nameOf(juryChannel));
    const delivery = world.start({ timings: { ...quickTimings, parkedMs: 60_000 } });
    await world.want('post', 'post', juryChannel);
    await delivery.idle();
    expect(world.seen('post')).toEqual([]);
    world.unreachable.clear();
    const channel = {
      serviceUrl: 'https://teams.example/',
      conversationId: '19:c',
      tenantId: 't',
      teamId: 'g',
    };
    await world.store.commit('edition:2027', [juryChannels.create('channel:all', channel)]);
    await delivery.idle();
    expect(world.seen('post')).toEqual(['post']);
  });

  test('in a channel that is another by now it is looked for where it was sent', async () => {
    const sentTo = 'old';
    let channel = sentTo;
    const there = (conversationId: string) => ({
      ...{ serviceUrl: 'https://teams.example/', conversationId, tenantId: 'tenant', teamId: 'team' },
    });
    world.teams.options.fault = (call) => {
      if (call.kind === 'post') channel = 'new';
      return call.kind === 'post' ? 'cut-after' : 'none';
    };
    const delivery = world.start({
      addresses: { of: async () => ({ kind: 'channel', channel: there(channel) }) },
    });
    await world.want('post', 'post', juryChannel);
    await delivery.idle();
    expect(world.posts('post').map(({ at }) => at.conversationId)).toEqual([sentTo]);
  });

  test('what waited while its channel was exchanged goes to the new one', async () => {
    let channel = 'old';
    const there = (conversationId: string) => ({
      ...{ serviceUrl: 'https://teams.example/', conversationId, tenantId: 'tenant', teamId: 'team' },
    });
    world.teams.options.fault = () => {
      channel = 'new';
      return 'none';
    };
    const delivery = world.start({
      limits: { conversation: [{ count: 1, withinMs: 100 }], tenant: [] },
      addresses: { of: async () => ({ kind: 'channel', channel: there(channel) }) },
    });
    await world.want('one', 'one', juryChannel);
    await world.want('two', 'two', juryChannel);
    await delivery.idle();
    const places = ['one', 'two'].flatMap((name) => world.posts(name).map(({ at }) => at.conversationId));
    expect(places).toEqual(['old', 'new']);
  });

  test('it is tried now and then as well', async () => {
    world.unreachable.add(nameOf(someone));
    const delivery = world.start();
    await world.want('one', 'one');
    await delivery.idle();
    world.unreachable.clear();
    await waitFor('the post', () => world.seen('one').length > 0);
  });
});

describe('what waits for long', () => {
  test('does not hold back the feed, is not forgotten by a restart, and keeps its order', async () => {
    world.unreachable.add(nameOf(someone));
    const first = world.start({ timings: { ...quickTimings, holdMs: 10 } });
    await world.want('one', 'one');
    await world.want('two', 'two');
    await waitFor('the list', async () => (await waitingList()).length === 2);
    await world.want('elsewhere', 'elsewhere', juryChannel);
    await first.idle();
    await first.stop();
    expect(await unreadMessages()).toEqual([]);

    world.unreachable.clear();
    const second = world.start();
    await second.idle();
    expect(world.teams.messages.map((message) => message.shows.summary)).toEqual(['elsewhere', 'one', 'two']);
    expect(await waitingList()).toEqual([]);
  });
});

test('a waiting message that can not be read does not keep the others from being sent', async () => {
  const entry = { partition, name: 'odd', since: new Date().toISOString(), turn: 1 };
  await world.store.commit(partition, [
    { kind: 'create', id: 'message:odd', type: outgoingMessages.type, body: { wanted: 'much' } },
  ]);
  await world.store.commit('delivery:waiting', [
    { kind: 'create', id: 'm-odd', type: 'waiting-message', body: entry },
  ]);
  await world.want('hello', 'Hello');
  await world.start().idle();
  expect(world.seen('hello')).toEqual(['Hello']);
});

describe('stopping', () => {
  test('waits for the answer of Teams and writes it down', async () => {
    world.teams.options.takesMs = () => 30;
    const delivery = world.start();
    await world.want('hello', 'Hello');
    await waitFor('the call', () => world.teams.calls.length > 0);
    await delivery.stop();
    expect(await world.deliveryOf('hello')).toMatchObject({ state: 'posted' });
  });

  test('leaves what was not done to the next run', async () => {
    world.teams.options.fault = () => 'refused';
    const first = world.start();
    await world.want('one', 'one');
    await world.want('two', 'two', juryChannel);
    await waitFor('refusals', () => world.teams.calls.length > 2);
    await first.stop();
    world.teams.options.fault = () => 'none';
    await world.start().idle();
    expect([world.seen('one'), world.seen('two')]).toEqual([['one'], ['two']]);
  });

  test('does not wait for what waits', async () => {
    world.unreachable.add(nameOf(someone));
    world.teams.options.fault = () => 'refused';
    const delivery = world.start({
      timings: { ...quickTimings, retry: { baseMs: 3_600_000, mostMs: 3_600_000 } },
    });
    await world.want('one', 'one');
    await world.want('two', 'two');
    await world.want('three', 'three', juryChannel);
    await waitFor('a refusal', () => world.teams.calls.length > 0);
    await expect(delivery.stop()).resolves.toBeUndefined();
  });
});

function once(kind: FakeCall['kind'], fault: Fault): (call: FakeCall) => Fault {
  let left = 1;
  return (call) => (call.kind === kind && left-- > 0 ? fault : 'none');
}

function kinds(): FakeCall['kind'][] {
  return world.teams.calls.map((call) => call.kind);
}

function finds(): number {
  return kinds().filter((kind) => kind === 'find').length;
}

/** As if the process had died between the post and its answer. */
async function pretendCrash(name: string): Promise<void> {
  await overwrite(name, { state: 'ambiguous', since: new Date().toISOString(), attempt: 1 });
}

/** As another process would. */
async function overwrite(name: string, value: Delivery): Promise<void> {
  const id = `delivery:${name}`;
  const before = await deliveries.read(world.store, partition, id);
  await world.store.commit(partition, [deliveries.write(id, value, before)]);
}

async function waitingList(): Promise<unknown[]> {
  return world.store.list('delivery:waiting');
}

/** The messages that a next run would read from the feed. */
async function unreadMessages(): Promise<string[]> {
  const [token] = await world.store.list('reader:delivery');
  const body = token?.body as { token: string } | undefined;
  const page = await world.store.readFeed('all', body?.token ?? null, 100);
  return page.changes.filter((change) => outgoingMessages.is(change)).map((change) => change.id);
}
