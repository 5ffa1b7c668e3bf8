/** What the zod schema refuses, as faults at the deepest path that it can name. */
import type { z } from 'zod'
import { languages } from '../../../../schema/questionnaire.ts'
import { type ContentFault, faultAt, type Path } from './fault.ts'

type Issue = z.core.$ZodIssue

/** The faults that zod found in `data`. */
export function shapeFaults(issues: readonly Issue[], data: unknown): ContentFault[] {
  return issues.flatMap((issue) => faultsOf(issue, [], data))
}

function faultsOf(issue: Issue, before: Path, data: unknown): ContentFault[] {
  const path = [...before, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return nearest(issue.errors).flatMap((inner) => faultsOf(inner, path, data))
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => faultAt([...path, key], 'this is not known here'))
  }
  const here = valueAt(data, path)
  const isLanguage = (languages as readonly unknown[]).includes(path.at(-1))
  if (isLanguage && (here === undefined || here === '')) return [faultAt(path, 'missing translation')]
  return [faultAt(path, issue.message)]
}

/** The branch of a union that was meant, as far as one can tell: the one whose faults lie deepest, then the fewest. */
function nearest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) => Math.min(...issues.map((issue) => issue.path.length))
  const [best = []] = branches.toSorted((one, other) => depth(other) - depth(one) || one.length - other.length)
  return best
}

function valueAt(data: unknown, path: Path): unknown {
  let value: unknown = data
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, part)
  }
  return value
}
