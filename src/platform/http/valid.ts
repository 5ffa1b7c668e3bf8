import { zValidator } from '@hono/zod-validator'
import type { Context } from 'hono'
import type * as z from 'zod'
import type { AppEnv } from '../../ports.ts'
import { refuse } from './refuse.tsx'

/** Lets a request through when its address is of this shape, `c.req.valid(part)` giving it typed; otherwise nothing is there. */
export function addressed<Part extends 'param' | 'query', Schema extends z.ZodType>(part: Part, schema: Schema) {
  return zValidator(part, schema, (result, c) =>
    result.success ? undefined : refuse(c as unknown as Context<AppEnv>, 'not_found'),
  )
}
