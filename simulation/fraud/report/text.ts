/** The summary of a run as Markdown, for the terminal and for docs/fairness.md. */

import type { PersonOutcome } from '../run.ts'
import { type Count, shareOf, wilson } from './figures.ts'
import type { Summary } from './summary.ts'

const percent = (share: number, digits = 1) => `${(share * 100).toFixed(digits)} %`
const interval = (count: Count) => {
  const { low, high } = wilson(count)
  return `${(low * 100).toFixed(1)} – ${percent(high)}`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = line(head.map((_, n) => (n === 0 ? '---' : '---:')))
  return [line(head), rule, ...rows.map(line)].join('\n')
}

/**
 * @param command by which the same comes out again
 * @param lost of farms, how many came to no end
 */
export function textOf(summary: Summary, command: string, lost: number): string {
  const { honest, careless, groups, kinds, recall, precisions, flags } = summary
  const alike = kinds.filter(({ isLikeHonest, of }) => isLikeHonest && of > 0).map(({ kind }) => kind)
  const tooMany = groups.filter(({ isTooMany }) => isTooMany).map(({ group }) => group)
  const per10000 = (shareOf(honest) * 10_000).toFixed(0)
  return [
    `From \`${command}\`. Intervals are Wilson's at 95 %.`,
    table(
      ['honest people', 'came', 'held', 'share', 'interval'],
      [...groups, { group: 'all of these', ...honest }, { group: 'careless (counted apart)', ...careless }].map(
        (one) => [one.group, String(one.of), String(one.held), percent(shareOf(one), 2), interval(one)],
      ),
    ),
    `Held were ${honest.held} of ${honest.of} honest people, ${per10000} of 10,000, where at most 80 may be${
      tooMany.length === 0 ? ', and at most 2 % of every group' : `. **More than 2 % of: ${tooMany.join(', ')}**`
    }.`,
    table(
      ['farms', 'came', 'held', 'recall', 'interval'],
      kinds.map((one) => [one.kind, String(one.of), String(one.held), percent(shareOf(one)), interval(one)]),
    ),
    alike.length === 0
      ? 'Every kind is held more often than honest people are.'
      : `**Not told from honest people: ${alike.join('; ')}.**`,
    lost === 0 ? '' : `${lost} of the farms’ came to no end: the service refused what they sent.`,
    table(
      ['share of fraud', 'precision', 'at the worse ends of the intervals'],
      precisions.map(({ fraud, share, least }) => [percent(fraud, 0), percent(share), percent(least)]),
    ),
    `Precision is the share of fraud among those held, each kind of farm counting alike (recall ${percent(recall)} over all).`,
    flags.length === 0
      ? 'No flags were set.'
      : table(
          ['flag', 'honest', 'careless', 'farms'],
          flags.map((one) => [`\`${one.name}\``, percent(one.honest, 2), percent(one.careless), percent(one.farms)]),
        ),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** How often each flag is set of each group and kind, and how often one pair of flags goes with a hold. */
export function flagsByKind(outcomes: readonly PersonOutcome[]): string {
  const byWho = Map.groupBy(outcomes, ({ who }) => who)
  return [...byWho]
    .map(([who, those]) => {
      const count = (sets: readonly string[][]) =>
        [...Map.groupBy(sets, (set) => set.join(' + '))]
          .filter(([name]) => name !== '')
          .sort(([, a], [, b]) => b.length - a.length)
          .map(([name, all]) => `${name} ${percent(all.length / those.length)}`)
          .join(', ')
      const flags = count(those.flatMap((one) => one.flags.map((flag) => [flag])))
      const heldFlags = count(those.filter(({ isHeld }) => isHeld).map((one) => one.flags))
      return `${who} (${those.length})\n  flags: ${flags || 'none'}\n  held by: ${heldFlags || 'nothing'}`
    })
    .join('\n')
}
