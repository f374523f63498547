/** A protocol buffer under construction: one array that doubles when full, so that a tile is written once and copied never. */
export interface Message {
  bytes: Uint8Array
  length: number
}

export const newMessage = (capacity = 16_384): Message => ({ bytes: new Uint8Array(capacity), length: 0 })

/** What has been written so far, as a copy of exactly its size. */
export const finish = (message: Message): Uint8Array => message.bytes.slice(0, message.length)

/** An unsigned integer up to 2^53 - 1 as a base-128 varint. */
export function writeVarint(message: Message, value: number): void {
  reserve(message, 10)
  const { bytes } = message
  let rest = value
  while (rest > 0x7f_ff_ff_ff) {
    bytes[message.length++] = (rest % 128) | 0x80
    rest = Math.floor(rest / 128)
  }
  while (rest > 0x7f) {
    bytes[message.length++] = (rest & 0x7f) | 0x80
    rest >>>= 7
  }
  bytes[message.length++] = rest
}

/** A field that is a varint: key, then value. */
export function writeVarintField(message: Message, field: number, value: number): void {
  writeVarint(message, field << 3)
  writeVarint(message, value)
}

export function writeDoubleField(message: Message, field: number, value: number): void {
  writeVarint(message, (field << 3) | 1)
  reserve(message, 8)
  new DataView(message.bytes.buffer).setFloat64(message.length, value, true)
  message.length += 8
}

export function writeStringField(message: Message, field: number, text: string): void {
  const encoded = utf8.encode(text)
  writeVarint(message, (field << 3) | 2)
  writeVarint(message, encoded.length)
  reserve(message, encoded.length)
  message.bytes.set(encoded, message.length)
  message.length += encoded.length
}

/** Opens a length-delimited field; `end` with the returned mark fills in the length once it is known. */
export function begin(message: Message, field: number): number {
  writeVarint(message, (field << 3) | 2)
  reserve(message, 1)
  return ++message.length
}

/** Closes what `begin` opened: the one byte kept for the length is widened, when it must be, by moving the content. */
export function end(message: Message, mark: number): void {
  const size = message.length - mark
  const width = size < 0x80 ? 1 : size < 0x4000 ? 2 : size < 0x20_0000 ? 3 : size < 0x1000_0000 ? 4 : 5
  if (width > 1) {
    reserve(message, width - 1)
    message.bytes.copyWithin(mark + width - 1, mark, message.length)
  }
  message.length = mark - 1
  writeVarint(message, size)
  message.length += size
}

const utf8 = new TextEncoder()

function reserve(message: Message, count: number): void {
  if (message.length + count <= message.bytes.length) return
  const larger = new Uint8Array(Math.max(message.bytes.length * 2, message.length + count))
  larger.set(message.bytes)
  message.bytes = larger
}
