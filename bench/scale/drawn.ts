/** Texts that look as if they were drawn, very fast and always the same ones: keys, hashes and the ends of ids. */
import { base32Alphabet } from '../../src/platform/crypto/base32.ts'

const pairs = Array.from({ length: 1024 }, (_, n) => `${base32Alphabet[n >> 5]}${base32Alphabet[n & 31]}`)

export interface Drawn {
  /** Characters of base 32. */
  text(length: number): string
  /** Characters of base 16. */
  hex(length: number): string
  /** A whole number from 0 to n - 1. */
  below(n: number): number
}

/** @param seed any whole number but 0 */
export function drawnFrom(seed: number): Drawn {
  let [x, y, z, w] = [seed, 362_436_069, 521_288_629, 88_675_123]
  const next = () => {
    const t = x ^ (x << 11)
    x = y
    y = z
    z = w
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8)
    return w >>> 0
  }
  for (let n = 0; n < 20; n++) next()
  return {
    text(length) {
      let made = ''
      while (made.length < length) {
        const bits = next()
        made += `${pairs[bits & 1023]}${pairs[(bits >>> 10) & 1023]}${pairs[(bits >>> 20) & 1023]}`
      }
      return made.length === length ? made : made.slice(0, length)
    },
    hex(length) {
      let made = ''
      while (made.length < length) made += next().toString(16).padStart(8, '0')
      return made.slice(0, length)
    },
    below: (n) => next() % n,
  }
}
