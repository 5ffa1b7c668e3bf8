/** Bars that are drawn with the page. Colours are attributes, since the content policy forbids inline style. */
// biome-ignore-all lint/a11y/noRedundantRoles: drawn as cards, a table loses its roles in some browsers.
import { inkOn, shade } from '../../../platform/charts/palette.ts'
import type { Interval } from '../statistics/shares.ts'

/** A share as a bar, and where it may lie as a line across its end. */
export function ShareBar({ share, interval = null }: { share: number | null; interval?: Interval | null }) {
  const at = (part: number) => (part * 1000).toFixed(1)
  return (
    <svg class="share" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width="1000" height="20" />
      {share !== null && share > 0 && <rect class="fill" width={at(share)} height="20" />}
      {interval !== null && share !== null && (
        <rect class="line" x={at(interval.low)} y="8" width={at(interval.high - interval.low)} height="4" />
      )}
    </svg>
  )
}

/** The head of a table of bars: what its rows are, nothing above the bars themselves, and what the figures are. */
export function BarHeads({ name, heads }: { name: string | undefined; heads: readonly string[] }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">
          {name}
        </th>
        <td role="cell" />
        {heads.map((head) => (
          <th scope="col" role="columnheader" class="number">
            {head}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface StackedProps {
  /** Each between 0 and 1. */
  shares: readonly number[]
  /** How dark each part is, 0 to 1, where it is not by its place. */
  shades?: readonly number[]
}

/** Shares that make a whole, from light to dark, each wide one with its figure. */
export function Stacked({ shares, shades }: StackedProps) {
  let from = 0
  return (
    <svg class="stacked" viewBox="0 0 100 9" aria-hidden="true">
      {shares.length === 0 && <rect class="track" width="100" height="9" />}
      {shares.map((share, at) => {
        const x = from
        from += share * 100
        const dark = shades?.[at] ?? shadeAt(at, shares.length)
        return share === 0 ? null : (
          <>
            <rect class="part" x={x.toFixed(2)} width={(share * 100).toFixed(2)} height="9" fill={shade(dark)} />
            {share >= 0.08 && (
              <text x={(x + share * 50).toFixed(2)} y="5.9" font-size="3.6" text-anchor="middle" fill={inkOn(dark)}>
                {Math.round(share * 100)}
              </text>
            )}
          </>
        )
      })}
    </svg>
  )
}

/** How dark the part in this place of so many is. */
export function shadeAt(at: number, count: number): number {
  return count < 2 ? 0.6 : at / (count - 1)
}

/** The colour of a part, beside its name. */
export function LegendKey({ dark }: { dark: number }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <rect class="part" width="14" height="14" rx="3" fill={shade(dark)} />
    </svg>
  )
}
