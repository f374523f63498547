/** A stream of chance that always tells the same story for the same seed. Fork it by label so that one part's changes leave the others alone. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Whole number in [low, high], both included. */
  between(low: number, high: number): number
  /** Real number in [low, high). */
  range(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the keys, in proportion to its weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K
  shuffle<T>(list: readonly T[]): T[]
  /** A UUID of version 4 in form. */
  uuid(): string
  fork(label: string): Random
}

/** Promises the same sequence for the same seed, on every machine: sfc32 (PractRand's small fast counting generator), 32-bit integer maths only. */
export function createRandom(seed: number | string): Random {
  const word = sfc32(String(seed))
  const next = () => word() / 4294967296
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const random: Random = {
    next,
    between,
    range: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('cannot pick from an empty list')
      return list[Math.floor(next() * list.length)]!
    },
    weighted: (weights) => weightedKey(weights, next()),
    shuffle: (list) => shuffled(list, between),
    uuid: () => uuidFrom(word(), word(), word(), word()),
    fork: (label) => createRandom(`${seed}/${label}`),
  }
  return random
}

function weightedKey<K extends string>(weights: Readonly<Record<K, number>>, share: number): K {
  const entries = Object.entries(weights) as [K, number][]
  let rest = share * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [key, weight] of entries) {
    rest -= weight
    if (rest < 0) return key
  }
  return entries[entries.length - 1]![0]
}

function shuffled<T>(list: readonly T[], between: (low: number, high: number) => number): T[] {
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = between(0, i)
    const held = copy[i]!
    copy[i] = copy[j]!
    copy[j] = held
  }
  return copy
}

function sfc32(text: string): () => number {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, hash(text), 1]
  const word = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
  for (let i = 0; i < 12; i++) word()
  return word
}

/** FNV-1a of the seed's text. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

const digits = Buffer.from('0123456789abcdef', 'latin1')
const text = Buffer.from('00000000-0000-0000-0000-000000000000', 'latin1')
/** Places of the 32 hexadecimal digits in a UUID's text. */
const places = [...text].flatMap((byte, place) => (byte === 0x2d ? [] : [place]))

/** Written into one buffer and cut out as a flat string: joining pieces made twice the garbage. */
function uuidFrom(...words: [number, number, number, number]): string {
  words[1] = ((words[1] & 0xffff0fff) | 0x4000) >>> 0
  words[2] = ((words[2] & 0x3fffffff) | 0x80000000) >>> 0
  for (let i = 0; i < 32; i++) text[places[i]!] = digits[(words[i >> 3]! >>> (28 - 4 * (i & 7))) & 15]!
  return text.toString('latin1')
}
