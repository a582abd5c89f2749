import { crc32 } from 'node:zlib';

/**
 * The last line of a backup as a gzip member of its own, stored as it is. There is one way to write it, so that it can
 * be recognised to the last bit; to whoever unpacks the file it is one more line.
 * Source: RFC 1952 (member, CRC), RFC 1951 section 3.2.4 (stored block).
 */

const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const blockHeader = 5;
const trailer = 8;
/** Longer than the last line can be. */
const mostBytes = 1_024;

/** So many bytes at the end of a file have it whole. */
export const sealedWithin = header.length + blockHeader + mostBytes + trailer;

export function sealedMember(line: string): Buffer {
  const bytes = Buffer.from(line);
  const block = Buffer.alloc(blockHeader);
  block.writeUInt8(1, 0);
  block.writeUInt16LE(bytes.length, 1);
  block.writeUInt16LE(~bytes.length & 0xffff, 3);
  const end = Buffer.alloc(trailer);
  end.writeUInt32LE(crc32(bytes), 0);
  end.writeUInt32LE(bytes.length, 4);
  return Buffer.concat([header, block, bytes, end]);
}

/** @returns the line and how many bytes it takes, or `undefined` when that is not how these bytes end */
export function readSealedMember(bytes: Buffer): { line: string; size: number } | undefined {
  if (bytes.length < trailer) return undefined;
  const length = bytes.readUInt32LE(bytes.length - 4);
  const size = header.length + blockHeader + length + trailer;
  if (length > mostBytes || size > bytes.length) return undefined;
  const member = bytes.subarray(bytes.length - size);
  const line = member.subarray(header.length + blockHeader, size - trailer).toString();
  return sealedMember(line).equals(member) ? { line, size } : undefined;
}
