import { inflateSync } from 'node:zlib';

/** A picture, decoded. */
export interface Picture {
  width: number;
  height: number;
  /** Red, green, blue and opacity, each 0 to 255. */
  at(x: number, y: number): readonly [red: number, green: number, blue: number, alpha: number];
}

const rgb = 2;
const rgba = 6;

/**
 * Decodes a PNG of eight bits a channel, with or without opacity, not interlaced.
 * https://www.w3.org/TR/png-3/
 */
export function readPng(bytes: Buffer): Picture {
  const chunks = chunksOf(bytes);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colour, , , interlaced] = header.subarray(8);
  if (depth !== 8 || (colour !== rgb && colour !== rgba) || interlaced !== 0)
    throw new Error('another kind of PNG');
  const channels = colour === rgba ? 4 : 3;
  const packed = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  );
  const pixels = unfiltered(packed, { stride: width * channels, height, channels });
  return {
    width,
    height,
    at: (x, y) => {
      const from = (y * width + x) * channels;
      const [red = 0, green = 0, blue = 0, alpha = 255] = pixels.subarray(from, from + channels);
      return [red, green, blue, alpha];
    },
  };
}

function chunksOf(bytes: Buffer): { type: string; data: Buffer }[] {
  const chunks = [];
  for (let from = 8; from < bytes.length;) {
    const length = bytes.readUInt32BE(from);
    chunks.push({
      type: bytes.toString('latin1', from + 4, from + 8),
      data: bytes.subarray(from + 8, from + 8 + length),
    });
    from += length + 12;
  }
  return chunks;
}

interface Layout {
  /** Bytes a row. */
  stride: number;
  height: number;
  /** Bytes a pixel. */
  channels: number;
}

/** Each row says how it was written as a difference to what is left of it and above it. */
function unfiltered(packed: Buffer, { stride, height, channels }: Layout): Buffer {
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = packed[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const left = x < channels ? 0 : (pixels[y * stride + x - channels] ?? 0);
      const above = y === 0 ? 0 : (pixels[(y - 1) * stride + x] ?? 0);
      const corner = y === 0 || x < channels ? 0 : (pixels[(y - 1) * stride + x - channels] ?? 0);
      const difference = packed[y * (stride + 1) + 1 + x] ?? 0;
      pixels[y * stride + x] = (difference + expected(filter, left, above, corner)) & 255;
    }
  }
  return pixels;
}

function expected(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return nearest(left + above - corner, [left, above, corner]);
    default:
      throw new Error(`no such filter: ${filter}`);
  }
}

function nearest(to: number, [left, above, corner]: [number, number, number]): number {
  const [byLeft, byAbove, byCorner] = [Math.abs(to - left), Math.abs(to - above), Math.abs(to - corner)];
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}
