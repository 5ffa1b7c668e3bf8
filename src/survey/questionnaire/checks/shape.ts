/** What the zod schema refuses, as errors at the deepest path that it can name. */
import type { z } from 'zod'
import { languages } from '../../../../schema/questionnaire.ts'
import { type ContentError, contentErrorAt, type Path } from './content-error.ts'

type Issue = z.core.$ZodIssue

/** The errors that zod found in `data`. */
export function shapeErrors(issues: readonly Issue[], data: unknown): ContentError[] {
  return issues.flatMap((issue) => errorsOf(issue, [], data))
}

function errorsOf(issue: Issue, before: Path, data: unknown): ContentError[] {
  const path = [...before, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return nearest(issue.errors).flatMap((inner) => errorsOf(inner, path, data))
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => contentErrorAt([...path, key], 'this is not known here'))
  }
  const here = valueAt(data, path)
  const isLanguage = (languages as readonly unknown[]).includes(path.at(-1))
  if (isLanguage && (here === undefined || here === '')) return [contentErrorAt(path, 'missing translation')]
  return [contentErrorAt(path, issue.message)]
}

/** The branch of a union that was meant, as far as one can tell: the one whose errors lie deepest, then the fewest. */
function nearest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) => Math.min(...issues.map((issue) => issue.path.length))
  const [best = []] = branches.toSorted((one, other) => depth(other) - depth(one) || one.length - other.length)
  return best
}

/** What stands at a path of data of any shape; undefined where the path leads nowhere. */
export function valueAt(data: unknown, path: Path): unknown {
  let value: unknown = data
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, part)
  }
  return value
}
