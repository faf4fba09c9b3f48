/** SM3 (GB/T 32905-2016): browsers have none. */

const START = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
] as const;

const rotate = (word: number, by: number) => (word << (by % 32)) | (by % 32 ? word >>> (32 - (by % 32)) : 0);

/** Returns the 32-byte hash of a message. */
export function sm3(message: Uint8Array): Uint8Array {
  const blocks = Math.ceil((message.length + 9) / 64);
  const padded = new Uint8Array(64 * blocks);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(padded.length - 4, (message.length << 3) >>> 0);
  const state = Int32Array.from(START);
  const words = new Int32Array(68);
  for (let block = 0; block < blocks; block += 1) {
    expand(view, 64 * block, words);
    compress(state, words);
  }
  const hash = new DataView(new ArrayBuffer(32));
  state.forEach((word, place) => {
    hash.setInt32(4 * place, word);
  });
  return new Uint8Array(hash.buffer);
}

function expand(view: DataView, start: number, words: Int32Array): void {
  const at = (place: number) => words[place] ?? 0;
  for (let j = 0; j < 16; j += 1) words[j] = view.getInt32(start + 4 * j);
  for (let j = 16; j < 68; j += 1) {
    const x = at(j - 16) ^ at(j - 9) ^ rotate(at(j - 3), 15);
    words[j] = x ^ rotate(x, 15) ^ rotate(x, 23) ^ rotate(at(j - 13), 7) ^ at(j - 6);
  }
}

function compress(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let j = 0; j < 64; j += 1) {
    const early = j < 16;
    const turned = rotate(a, 12);
    const first = rotate((turned + e + rotate(early ? 0x79cc4519 : 0x7a879d8a, j)) | 0, 7);
    const ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = early ? e ^ f ^ g : (e & f) | (~e & g);
    const word = words[j] ?? 0;
    const one = (ff + d + (first ^ turned) + (word ^ (words[j + 4] ?? 0))) | 0;
    const two = (gg + h + first + word) | 0;
    [d, c, b, a] = [c, rotate(b, 9), a, one];
    [h, g, f, e] = [g, rotate(f, 19), e, two ^ rotate(two, 9) ^ rotate(two, 17)];
  }
  [a, b, c, d, e, f, g, h].forEach((word, place) => {
    state[place] = (state[place] ?? 0) ^ word;
  });
}
