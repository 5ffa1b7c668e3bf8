/** Functions that distributions are made of. */

/** How often chance alone gives a chi-square as large (R: `pchisq(x, df, lower.tail = FALSE)`). */
export function chiSquareTail(x: number, df: number): number {
  if (x <= 0) return 1
  return upperGamma(df / 2, x / 2)
}

/** The regularized upper incomplete gamma function: a series below, a continued fraction above (Abramowitz and Stegun 6.5). */
function upperGamma(a: number, x: number): number {
  const scale = Math.exp(-x + a * Math.log(x) - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let total = term
    for (let n = 1; n < 1_000 && term > total * 1e-16; n++) {
      term *= x / (a + n)
      total += term
    }
    return Math.max(0, 1 - scale * total)
  }
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < 1_000; n++) {
    const step = -n * (n - a)
    b += 2
    d = 1 / (step * d + b)
    c = b + step / c
    fraction *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return scale * fraction
}

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
] as const

/** The logarithm of the gamma function for half of a whole number (Lanczos 1964). */
function logGamma(value: number): number {
  if (value < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * value)) - logGamma(1 - value)
  const x = value - 1
  const total = lanczos.reduce((sum, factor, at) => sum + factor / (x + at + 1), 0.9999999999998099)
  const t = x + lanczos.length - 0.5
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(total)
}

const logFactorials = new Float64Array(8_192)
let keptTo = 1

/** The logarithm of n! of a whole number, by Stirling's series where n is large. */
export function logFactorial(n: number): number {
  if (n < logFactorials.length) {
    for (; keptTo <= n; keptTo++) logFactorials[keptTo] = (logFactorials[keptTo - 1] ?? 0) + Math.log(keptTo)
    return logFactorials[n] ?? 0
  }
  const inverse = 1 / n
  const series = inverse * (1 / 12 - inverse * inverse * (1 / 360 - (inverse * inverse) / 1_260))
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + series
}
