/**
 * MD5 of a text as 32 hex digits. WordPress names its cookies by the MD5 of the site's address
 * (`COOKIEHASH`), and browsers' own digests leave MD5 out. It protects nothing here.
 */
export function md5(text: string): string {
  const words = toWords(new TextEncoder().encode(text));
  let [a, b, c, d] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let block = 0; block < words.length; block += 16) {
    const before = [a, b, c, d] as const;
    for (let i = 0; i < 64; i += 1) {
      const round = i >> 4;
      const mixed = mix(round, b, c, d);
      const word = words[block + indexOf(round, i)] ?? 0;
      const sum = (a + mixed + (SINES[i] ?? 0) + word) | 0;
      const shift = SHIFTS[round]?.[i % 4] ?? 0;
      a = d;
      d = c;
      c = b;
      b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
    }
    a = (a + before[0]) | 0;
    b = (b + before[1]) | 0;
    c = (c + before[2]) | 0;
    d = (d + before[3]) | 0;
  }
  return [a, b, c, d].map(toHex).join('');
}

const SINES = Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));
const SHIFTS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];

function mix(round: number, b: number, c: number, d: number): number {
  switch (round) {
    case 0:
      return (b & c) | (~b & d);
    case 1:
      return (d & b) | (~d & c);
    case 2:
      return b ^ c ^ d;
    default:
      return c ^ (b | ~d);
  }
}

function indexOf(round: number, i: number): number {
  switch (round) {
    case 0:
      return i;
    case 1:
      return (5 * i + 1) % 16;
    case 2:
      return (3 * i + 5) % 16;
    default:
      return (7 * i) % 16;
  }
}

/** The bytes, a set bit, and the length in bits at the end of the last block, as little-endian words. */
function toWords(bytes: Uint8Array): Uint32Array {
  const words = new Uint32Array((((bytes.length + 8) >> 6) + 1) * 16);
  for (const [i, byte] of [...bytes, 0x80].entries()) {
    words[i >> 2] = (words[i >> 2] ?? 0) | (byte << ((i % 4) * 8));
  }
  words[words.length - 2] = bytes.length * 8;
  return words;
}

function toHex(word: number): string {
  const bytes = [0, 8, 16, 24].map((shift) => (word >>> shift) & 0xff);
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
