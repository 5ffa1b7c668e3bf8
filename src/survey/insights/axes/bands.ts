/** Numbers put into bands that people read easily. Pure. */

export interface NumberBand {
  from: number
  /** The last number that belongs to it. */
  to: number
}

/** So many numbers stand for themselves. */
const mostSingle = 12
const mostBands = 10

/**
 * Bands of whole numbers from `min` to `max`, both included: each number alone where they are few, otherwise steps of 1, 2
 * or 5 times a power of ten, which begin at their multiples.
 */
export function numberBands({ min, max }: { min: number; max: number }): NumberBand[] {
  const step = max - min < mostSingle ? 1 : stepFor((max - min + 1) / mostBands)
  const bands: NumberBand[] = []
  for (let from = Math.floor(min / step) * step; from <= max; from += step) {
    bands.push({ from: Math.max(min, from), to: Math.min(max, from + step - 1) })
  }
  return bands
}

function stepFor(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const factor = [1, 2, 5, 10].find((one) => one * power >= least) ?? 10
  return Math.max(1, factor * power)
}

/** In which band a number stands; -1 for none. */
export function bandAt(bands: readonly NumberBand[], value: number): number {
  return bands.findIndex(({ from, to }) => value >= from && value <= to)
}
