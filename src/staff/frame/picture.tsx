export interface ChartPart {
  label: string
  amount: number
  fill: string
}

/** Colours that stand out from light and dark paper alike. */
export const fills = {
  green: '#2f9e6e',
  amber: '#d59a1f',
  blue: '#4b8fd8',
  grey: '#8b95a5',
  brown: '#b8794f',
  violet: '#a772b8',
  teal: '#2a9aa5',
  pale: 'rgba(139,149,165,0.4)',
} as const

/**
 * One bar, in parts as long as their share. Sizes and colours are attributes of the drawing, since the content policy
 * forbids inline style; what it shows also stands in figures beside it.
 */
export function Picture({ label, parts }: { label: string; parts: ChartPart[] }) {
  const whole = parts.reduce((sum, part) => sum + part.amount, 0)
  let from = 0
  return (
    <svg width="100%" height="24" viewBox="0 0 1000 24" preserveAspectRatio="none" role="img" aria-label={label}>
      {whole === 0 && <rect width="1000" height="24" fill={fills.pale} />}
      {parts
        .filter(({ amount }) => amount > 0)
        .map(({ amount, fill }) => {
          const x = from
          const width = (amount / whole) * 1000
          from += width
          return <rect x={x.toFixed(2)} width={width.toFixed(2)} height="24" fill={fill} />
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
