import { expect, test } from '@jest/globals';
import { isAllowedAddress } from '../../../bot/gate/trusted-address.ts';

const hosts = ['smba.trafficmanager.net', '*.botframework.com', '127.0.0.1:3979'];

test.each([
  ['https://smba.trafficmanager.net/emea/', true],
  ['https://SMBA.trafficmanager.net/emea/', true],
  ['https://europe.botframework.com', true],
  ['https://a.b.botframework.com', true],
  ['http://127.0.0.1:3979/connector/', true],
  ['http://smba.trafficmanager.net/emea/', false],
  ['https://smba.trafficmanager.net:8443/emea/', false],
  ['https://smba.trafficmanager.net.evil.example/', false],
  ['https://evil.example/smba.trafficmanager.net', false],
  ['https://smba.trafficmanager.net@evil.example/', false],
  ['https://user:pass@smba.trafficmanager.net/', false],
  ['https://botframework.com', false],
  ['https://evilbotframework.com', false],
  ['http://127.0.0.1:3980/connector/', false],
  ['http://127.0.0.1/connector/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['smba.trafficmanager.net', false],
  ['', false],
])('%s: %s', (address, allowed) => {
  expect(isAllowedAddress(address, hosts)).toBe(allowed);
});
