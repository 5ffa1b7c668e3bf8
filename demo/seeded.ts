import { createHash } from 'node:crypto'

/**
 * Draws whole numbers from 0 to n - 1, always the same ones for the same text (sfc32, 128 bits of state, so that a
 * million people hardly ever draw alike). Not for secrets.
 */
export function pickerOf(text: string): (n: number) => number {
  const bytes = createHash('sha256').update(text).digest()
  let a = bytes.readInt32LE(0)
  let b = bytes.readInt32LE(4)
  let c = bytes.readInt32LE(8)
  let counter = bytes.readInt32LE(12)
  const next = () => {
    const mixed = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + mixed
    return (mixed >>> 0) / 2 ** 32
  }
  return (n) => Math.floor(next() * n)
}

/** One of the names, each as likely as its weight says. */
export function weighted<Name extends string | number>(
  weights: readonly (readonly [Name, number])[],
  pick: (n: number) => number,
): Name {
  const whole = weights.reduce((sum, [, weight]) => sum + weight, 0)
  let left = pick(whole)
  for (const [name, weight] of weights) {
    if (left < weight) return name
    left -= weight
  }
  throw new RangeError('There is nothing to pick from.')
}
