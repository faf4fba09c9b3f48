/** MD5 (RFC 1321), only for the selection of RFC 3797, which is defined with it. */

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21] as const;
const SINES = Int32Array.from({ length: 64 }, (_, i) => Math.floor(2 ** 32 * Math.abs(Math.sin(i + 1))) | 0);

/** Returns the 16-byte MD5 of a message. */
export function md5(message: Uint8Array): Uint8Array {
  const blocks = Math.ceil((message.length + 9) / 64);
  const padded = new Uint8Array(64 * blocks);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, (message.length << 3) >>> 0, true);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let block = 0; block < blocks; block += 1) compress(state, view, 64 * block);
  const hash = new DataView(new ArrayBuffer(16));
  state.forEach((word, place) => {
    hash.setInt32(4 * place, word, true);
  });
  return new Uint8Array(hash.buffer);
}

function compress(state: Int32Array, view: DataView, start: number): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let i = 0; i < 64; i += 1) {
    const round = i >> 4;
    const mix =
      [() => (b & c) | (~b & d), () => (d & b) | (~d & c), () => b ^ c ^ d, () => c ^ (b | ~d)][round]?.() ??
      0;
    const place = [i, 5 * i + 1, 3 * i + 5, 7 * i][round] ?? 0;
    const word = view.getInt32(start + 4 * (place % 16), true);
    const sum = (a + mix + (SINES[i] ?? 0) + word) | 0;
    const by = SHIFTS[4 * round + (i % 4)] ?? 0;
    [a, d, c, b] = [d, c, b, (b + ((sum << by) | (sum >>> (32 - by)))) | 0];
  }
  [a, b, c, d].forEach((word, place) => {
    state[place] = ((state[place] ?? 0) + word) | 0;
  });
}
