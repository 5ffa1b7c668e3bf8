/** Colours of charts, for light and dark paper. */

/** Colours that are told apart by those who see colours otherwise, too (Okabe and Ito 2008, darkened and lightened in turn). */
export const categorical = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#8a8f98'] as const

const light = [0xe3, 0xee, 0xf6]
const dark = [0x0b, 0x3c, 0x6f]

/**
 * So many steps from light to dark, which keep their order in black and white.
 * @param count 1 or more
 */
export function sequential(count: number): string[] {
  return Array.from({ length: count }, (_, at) => shade(count === 1 ? 0.6 : at / (count - 1)))
}

/** A colour between the lightest (0) and the darkest (1). */
export function shade(part: number): string {
  const channel = (at: number) => {
    const [low = 0, high = 0] = [light[at], dark[at]]
    return Math.round(low + (high - low) * Math.min(1, Math.max(0, part)))
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(0)}${channel(1)}${channel(2)}`
}

/** Ink that is read on a colour of `shade`. */
export function inkOn(part: number): string {
  return part < 0.5 ? '#10202f' : '#ffffff'
}
