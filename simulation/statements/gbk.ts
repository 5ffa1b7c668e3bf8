/** Writing GBK, which the platform only reads. */

let table: Map<string, [number, number]> | null = null

function bytesByChar(): Map<string, [number, number]> {
  const map = new Map<string, [number, number]>()
  const pairs: [number, number][] = []
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) if (low !== 0x7f) pairs.push([high, low])
  }
  const chars = new TextDecoder('gbk')
    .decode(Uint8Array.from(pairs.flatMap(([high, low]) => [high, low, 0x0a])))
    .split('\n')
  pairs.forEach((pair, i) => {
    const char = chars[i] ?? ''
    if (char.length === 1 && char !== '\ufffd' && !map.has(char)) map.set(char, pair)
  })
  return map
}

/** @throws RangeError for what GBK does not have */
export function gbkBytes(text: string): Uint8Array<ArrayBuffer> {
  table ??= bytesByChar()
  const bytes = new Uint8Array(text.length * 2)
  let at = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code < 0x80) {
      bytes[at] = code
      at += 1
      continue
    }
    const pair = table.get(text[i] ?? '')
    if (pair === undefined) throw new RangeError(`GBK has no ${text[i]}.`)
    bytes.set(pair, at)
    at += 2
  }
  return bytes.subarray(0, at)
}
