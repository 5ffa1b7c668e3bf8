/** The scores of a run as a picture: a row for each group and each kind, a bar for each ten points. */
import { kinds } from '../farms/kinds.ts'
import { groups } from '../honest/groups.ts'
import type { PersonOutcome } from '../run.ts'
import { shareOf } from './figures.ts'

const rowHeight = 30
const barHeight = 22
const left = 190
const right = 110
const top = 56
const binWidth = 34
const binPoints = 10
const bins = 16

const inText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** An SVG whose colours are told apart in grey as well, with a title and a description for readers who do not see it. */
export function pictureOf(outcomes: readonly PersonOutcome[]): string {
  const byWho = Map.groupBy(outcomes, ({ who }) => who)
  const rows = [...groups, ...kinds].map((who) => ({ who, those: byWho.get(who) ?? [] }))
  const width = left + bins * binWidth + right
  const height = top + rows.length * rowHeight + 34
  const axis = Array.from({ length: bins / 2 + 1 }, (_, n) => {
    const x = left + n * 2 * binWidth
    const points = n * 2 * binPoints
    return `<path d="M${x} ${top - 6}V${height - 34}" stroke="#ddd"/><text x="${x}" y="${top - 12}" text-anchor="middle">${points}</text>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="12" role="img" aria-labelledby="t d">`,
    '<title id="t">Scores of honest people and of farms</title>',
    '<desc id="d">One row for each group of honest people and each kind of farm; bars show how many have each score, the dark part those who were held.</desc>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${left}" y="18" font-weight="600">Points found by the checks (highest of each family, added up)</text>`,
    ...axis,
    ...rows.map(({ who, those }, n) => rowOf(who, those, top + n * rowHeight, n === groups.length)),
    `<g transform="translate(${left} ${height - 22})"><rect width="12" height="12" fill="#9db8d9"/><text x="18" y="11">issued</text><rect x="80" width="12" height="12" fill="#b3261e"/><text x="98" y="11">held for a person</text></g>`,
    '</svg>\n',
  ].join('\n')
}

function rowOf(who: string, those: readonly PersonOutcome[], y: number, isFirstFarm: boolean): string {
  const heldCount = those.filter(({ isHeld }) => isHeld).length
  const share = shareOf({ held: heldCount, of: those.length })
  const bars = Array.from({ length: bins }, (_, bin) => {
    const inBin = those.filter(({ score }) => Math.min(bins - 1, Math.floor(score / binPoints)) === bin)
    const heldHere = inBin.filter(({ isHeld }) => isHeld).length
    const heightOf = (count: number) => (those.length === 0 ? 0 : barHeightOf(count / those.length))
    const [whole, dark] = [
      heightOf(inBin.length),
      inBin.length === 0 ? 0 : (heightOf(inBin.length) * heldHere) / inBin.length,
    ]
    if (whole === 0) return ''
    const x = left + bin * binWidth + 2
    const bar = (from: number, size: number, colour: string) =>
      `<rect x="${x}" y="${(from - size).toFixed(1)}" width="${binWidth - 4}" height="${size.toFixed(1)}" fill="${colour}"/>`
    const base = y + barHeight
    return bar(base, whole, '#9db8d9') + (dark > 0 ? bar(base, dark, '#b3261e') : '')
  })
  return [
    isFirstFarm ? `<path d="M10 ${y - 4}H${left + bins * binWidth + right - 10}" stroke="#666"/>` : '',
    `<text x="${left - 10}" y="${y + 16}" text-anchor="end">${inText(who)}</text>`,
    `<path d="M${left} ${y + barHeight}h${bins * binWidth}" stroke="#ccc"/>`,
    ...bars,
    `<text x="${left + bins * binWidth + 8}" y="${y + 16}">${(share * 100).toFixed(1)} % of ${those.length}</text>`,
  ].join('')
}

/** By the root of the share, so that one in a thousand is still seen. */
const barHeightOf = (share: number) => (share === 0 ? 0 : Math.max(1, barHeight * Math.sqrt(share)))
