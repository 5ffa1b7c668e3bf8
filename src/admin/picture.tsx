import type { Overview } from './overview.ts'
import type { AdminWords } from './words.ts'

export interface Part {
  label: string
  count: number
  fill: string
}

/** Where the responses of a study stand, each counted once: held ones are apart from the complete. */
export function partsOf({ states, held }: Pick<Overview, 'states' | 'held'>, words: AdminWords): Part[] {
  return [
    { label: words.states.complete, count: states.complete - held, fill: '#2f9e6e' },
    { label: words.held, count: held, fill: '#d59a1f' },
    { label: words.states.in_progress, count: states.in_progress, fill: '#4b8fd8' },
    { label: words.states.screened_out, count: states.screened_out, fill: '#8b95a5' },
    { label: words.states.over_quota, count: states.over_quota, fill: '#b8794f' },
    { label: words.states.withdrawn, count: states.withdrawn, fill: '#a772b8' },
  ]
}

/**
 * One bar, in parts as long as their share. Sizes and colours are attributes of the drawing, since the content policy
 * forbids inline style; what it shows also stands in figures beside it.
 */
export function Picture({ label, parts }: { label: string; parts: Part[] }) {
  const whole = parts.reduce((sum, part) => sum + part.count, 0)
  let from = 0
  return (
    <svg width="100%" height="28" viewBox="0 0 1000 28" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect width="1000" height="28" fill="#8b95a5" fill-opacity="0.2" />
      {parts
        .filter(({ count }) => count > 0)
        .map(({ count, fill }) => {
          const x = from
          const width = (count / whole) * 1000
          from += width
          return <rect x={x.toFixed(2)} width={width.toFixed(2)} height="28" fill={fill} />
        })}
    </svg>
  )
}

/** The colour of a part, beside its name. */
export function Swatch({ fill }: { fill: string }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <rect width="12" height="12" rx="3" fill={fill} />
    </svg>
  )
}
