import { describe, expect, test } from '@jest/globals';

import { linkOf } from './src/tab/deep-link.ts';

const context = (value: unknown) => encodeURIComponent(JSON.stringify(value));

describe('linkOf', () => {
  test.each([
    ['https://teams.microsoft.com/l/entity/app/home', { kind: 'tab', subPage: undefined }],
    [
      `https://teams.microsoft.com/l/entity/app/home?context=${context({ subEntityId: 'a/1' })}`,
      { kind: 'tab', subPage: 'a/1' },
    ],
    [
      `https://teams.microsoft.com/l/entity/app/home?context=${context({ subPageId: 'b' })}`,
      { kind: 'tab', subPage: 'b' },
    ],
    [
      `https://teams.microsoft.com/l/entity/app/home?context=${context('text')}`,
      { kind: 'tab', subPage: undefined },
    ],
    ['msteams:/l/entity/app/home', { kind: 'tab', subPage: undefined }],
    [
      'https://teams.microsoft.com/l/message/19%3Ax%40thread.tacv2/170',
      { kind: 'conversation', id: '19:x@thread.tacv2' },
    ],
    ['https://teams.microsoft.com/l/chat/0/0?users=28:b07a-1', { kind: 'bot-chat' }],
    ['https://teams.microsoft.com/l/chat/0/0?users=28:b07a-1,x', { kind: 'elsewhere' }],
    ['https://teams.microsoft.com/l/chat/0/0?users=x', { kind: 'elsewhere' }],
    ['https://teams.microsoft.com.evil.example/l/entity/app/home', { kind: 'elsewhere' }],
    ['https://vng.nl/', { kind: 'elsewhere' }],
    ['mailto:iemand@gouda.example', { kind: 'elsewhere' }],
    ['javascript:alert(1)', { kind: 'refused' }],
    ['no address', { kind: 'refused' }],
  ])('%s', (address, link) => {
    expect(linkOf(address)).toEqual(link);
  });
});
