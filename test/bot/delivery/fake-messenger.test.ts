import { fakeMessenger } from './fake-messenger.ts';
import { describeMessenger } from './messenger-contract.ts';

describeMessenger('of the tests', async () => ({
  messenger: fakeMessenger(),
  target: {
    kind: 'chat',
    person: { tenantId: 'tenant', objectId: 'anna' },
    chat: { serviceUrl: 'https://teams.example/', conversationId: '19:anna' },
  },
  close: async () => undefined,
}));
