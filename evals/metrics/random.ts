// Seeded chance: every draw of a run is named, so that one more bootstrap leaves all others as they were.

/** Uniform numbers in [0, 1), the same for the same seed and name (mulberry32, Tommy Ettinger, public domain). */
export const seededRandom = (seed: number, name: string): (() => number) => {
  let state = hashOf(`${seed}/${name}`);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** The same items in an order of chance. */
export const shuffled = <Item>(items: readonly Item[], random: () => number): Item[] => {
  const order = items.map((item) => ({ item, place: random() }));
  return order.sort((a, b) => a.place - b.place).map(({ item }) => item);
};

/** 32-bit FNV-1a over UTF-8. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
};
