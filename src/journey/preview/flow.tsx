/** The pages of a questionnaire as a flow: from the top down, with an arc wherever somebody passes pages by. */
import type { DryRoute } from '../../survey/questionnaire/dry-run/dry-run.ts'

export interface FlowProps {
  /** What is drawn, for those who do not see it; the same stands beside it in words. */
  label: string
  pages: readonly { code: string; title: string }[]
  routes: readonly DryRoute[]
  /** What is said of an end. */
  ends: Readonly<Record<DryRoute['end'], string>>
}

const box = { width: 250, height: 36, step: 62, left: 8 }
const longest = 26
const top = (at: number) => 8 + at * box.step
const middle = (at: number) => top(at) + box.height / 2
const right = box.left + box.width

/** From page to page as somebody is led there; `pages.length` stands for the end, -1 for being turned away. */
function edgesOf(pages: FlowProps['pages'], routes: readonly DryRoute[]) {
  const place = new Map(pages.map(({ code }, at) => [code, at]))
  const next = new Set<string>()
  const turned = new Map<number, Set<DryRoute['end']>>()
  for (const { pages: route, end } of routes) {
    const at = route.map((code) => place.get(code) ?? 0)
    at.slice(1).forEach((to, i) => {
      next.add(`${at[i]} ${to}`)
    })
    const last = at.at(-1)
    if (last === undefined) continue
    if (end === 'complete') next.add(`${last} ${pages.length}`)
    else turned.set(last, (turned.get(last) ?? new Set()).add(end))
  }
  const edges = [...next].map((edge) => edge.split(' ').map(Number) as [number, number])
  return { edges, turned }
}

export function RouteFlow({ label, pages, routes, ends }: FlowProps) {
  const { edges, turned } = edgesOf(pages, routes)
  const reached = new Set(routes.flatMap((route) => route.pages))
  const height = top(pages.length) + box.height + 8
  return (
    <svg class="flow" width="430" height={height} viewBox={`0 0 430 ${height}`} role="img" aria-label={label}>
      <defs>
        <marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0 8 4 0 8z" fill="currentColor" />
        </marker>
      </defs>
      <g fill="none" stroke="currentColor" stroke-width="1.5" opacity="0.6" marker-end="url(#tip)">
        {edges.map(([from, to]) =>
          to === from + 1 ? (
            <path d={`M${box.left + box.width / 2} ${top(from) + box.height}V${top(to) - 2}`} />
          ) : (
            <path
              d={`M${right} ${middle(from)}C${right + 24 + 10 * (to - from)} ${middle(from)} ${right + 24 + 10 * (to - from)} ${middle(to)} ${right + 2} ${middle(to)}`}
            />
          ),
        )}
      </g>
      {pages.map(({ code, title }, at) => (
        <g opacity={reached.has(code) ? '1' : '0.4'}>
          <rect
            x={box.left}
            y={top(at)}
            width={box.width}
            height={box.height}
            rx="8"
            fill="none"
            stroke="currentColor"
            stroke-dasharray={reached.has(code) ? undefined : '4 3'}
          />
          <text x={box.left + 12} y={middle(at) + 5} fill="currentColor" font-size="14">
            {title.length > longest ? `${title.slice(0, longest)}…` : title}
          </text>
          {turned.has(at) && (
            <text x={box.left + 16} y={top(at) + box.height + 17} fill="currentColor" font-size="12" opacity="0.8">
              ✕ {[...(turned.get(at) ?? [])].map((end) => ends[end]).join(', ')}
            </text>
          )}
        </g>
      ))}
      <rect
        x={box.left}
        y={top(pages.length)}
        width={box.width}
        height={box.height}
        rx="18"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
      />
      <text x={box.left + 12} y={middle(pages.length) + 5} fill="currentColor" font-size="14">
        ✓ {ends.complete}
      </text>
    </svg>
  )
}
