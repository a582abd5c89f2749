import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';

export interface TestCertificate {
  /** PEM. */
  key: string;
  /** PEM; also what a client must trust. */
  certificate: string;
}

/**
 * A certificate for 127.0.0.1 that signs itself: the Cosmos client sends its token over TLS only.
 * Source of the layout: RFC 5280, section 4.1.
 */
export function testCertificate(): TestCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // Of its own: who trusts several certificates finds the right one by name.
  const name = sequence(wrap(0x31, sequence(oid('550403'), wrap(0x0c, Buffer.from(randomUUID())))));
  const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
  const now = Date.now();
  const toBeSigned = sequence(
    wrap(0xa0, integer(2)),
    integer(1),
    ecdsaWithSha256,
    name,
    sequence(time(now - 3_600_000), time(now + 7 * 86_400_000)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    wrap(0xa3, sequence(canSignItself(), namesItself())),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  const certificate = sequence(toBeSigned, ecdsaWithSha256, wrap(0x03, Buffer.from([0]), signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: pem(certificate),
  };
}

/** Basic constraints: an authority. */
function canSignItself(): Buffer {
  const yes = wrap(0x01, Buffer.from([0xff]));
  return sequence(oid('551d13'), yes, wrap(0x04, sequence(yes)));
}

/** Subject alternative names: localhost and 127.0.0.1. */
function namesItself(): Buffer {
  const names = sequence(wrap(0x82, Buffer.from('localhost')), wrap(0x87, Buffer.from([127, 0, 0, 1])));
  return sequence(oid('551d11'), wrap(0x04, names));
}

function wrap(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  if (length < 0x100) return Buffer.concat([Buffer.from([tag, 0x81, length]), content]);
  return Buffer.concat([Buffer.from([tag, 0x82, length >> 8, length & 0xff]), content]);
}

const sequence = (...parts: Buffer[]) => wrap(0x30, ...parts);
const oid = (hex: string) => wrap(0x06, Buffer.from(hex, 'hex'));
const integer = (value: number) => wrap(0x02, Buffer.from([value]));

/** UTCTime: two digits of the year to the second. */
function time(at: number): Buffer {
  const digits = new Date(at).toISOString().slice(2, 19).replaceAll(/\D/g, '');
  return wrap(0x17, Buffer.from(`${digits}Z`));
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
