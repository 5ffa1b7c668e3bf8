/** Cells of quotas that are nearly full, for whoever could raise or stop them in time. */
import { lifecycleMessages } from '../../../messages/generated/studies/lifecycle.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { percentOf, thresholdOf } from '../../platform/metrics/threshold.ts'
import type { Quota } from '../../survey/quotas/quota.ts'
import type { ShownCell } from './cells.ts'

/** A cell that has reached a threshold; a place that is held counts as one that is taken. */
export interface LowCell {
  name: string
  used: number
  whole: number
}

/** Those of the cells of a study that have reached a threshold. */
export function lowCells(cells: readonly ShownCell[]): LowCell[] {
  return cells.flatMap(({ cell, cap, open, held, accepted }) => {
    const used = open + held + accepted
    return thresholdOf(used, cap) === null ? [] : [{ name: cell, used, whole: cap }]
  })
}

interface LowQuotasProps {
  cells: readonly LowCell[]
  quotas: readonly Quota[]
  language: Language
}

/** A line for each. */
export function LowQuotas({ cells, quotas, language }: LowQuotasProps) {
  const words = lifecycleMessages(language).alerts
  const nameOf = (cell: string) => quotas.find((one) => one.cell === cell)?.label[language] ?? cell
  return (
    <>
      {cells.map(({ name, used, whole }) => (
        <li>{words.quota({ percent: percentOf(used, whole), name: nameOf(name), used, whole })}</li>
      ))}
    </>
  )
}
