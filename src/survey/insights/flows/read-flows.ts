/** Counts the ways through some questions of a study's data. */

import type { Ports } from '../../../ports.ts'
import type { InsightsQuery } from '../asked.ts'
import type { OneAxis } from '../axes/axis.ts'
import { axisColumns } from '../axes/places.ts'
import { selecting } from '../filter/matcher.ts'
import { readColumns } from '../read-columns.ts'
import { type FlowCounts, flowCountingOf } from './count.ts'

/** The ways of those whom the address asks for. */
export async function readFlows(
  ports: Pick<Ports, 'db' | 'keys'>,
  { data, stored, matcher }: InsightsQuery,
  stages: readonly OneAxis[],
): Promise<FlowCounts> {
  const counting = flowCountingOf(stages, stored)
  const select = selecting(matcher, stored)
  const needed = new Set([...matcher.columns, ...stages.flatMap(axisColumns)])
  for await (const segment of readColumns(ports, data, [...needed])) counting.add(segment, select(segment))
  return counting.counts()
}
