/** Objecting, as a respondent does it on the status page. */
import type { Context } from 'hono'
import { field, readPosted } from '../../platform/http/form.ts'
import type { AppEnv } from '../../ports.ts'
import { paths } from '../paths.ts'
import { objectTo } from '../reviews/objections/object.ts'
import { ownerHere, statusFor } from './status.ts'

/**
 * Writes the objection and goes back to where it shows; what could not be kept is shown again, with why. Nobody needs a
 * reason, but an empty one may be a slip, so it is asked for once more.
 */
export async function objectHere(c: Context<AppEnv>): Promise<Response> {
  const owner = await ownerHere(c)
  if (owner instanceof Response) return owner
  const { study, progress } = owner
  const posted = await readPosted(c)
  const words = (field(posted, 'words') ?? '').replaceAll('\r\n', '\n').trim()
  if (words === '' && field(posted, 'wordless') !== '1') return statusFor(c, owner, { words, refused: 'empty' })
  const objected = await objectTo(c.var.ports, study, progress.respondentId, words)
  if ('refused' in objected) return statusFor(c, owner, { words, refused: objected.refused })
  return c.redirect(`${paths.status(study.slug)}#objection`, 303)
}
