import type { Context } from 'hono'
import { groupedCode } from '../platform/crypto/codes.ts'
import type { AppEnv } from '../ports.ts'
import { type ResumeCodeHeld, resumeCode } from '../survey/respondents/actions.ts'
import type { Resume } from '../survey/responses/resume-code.tsx'
import { paths } from './paths.ts'

/** How this respondent comes back elsewhere; null when the code can no longer be derived. */
export async function resumeOf(c: Context<AppEnv>, slug: string, codeHolder: ResumeCodeHeld): Promise<Resume | null> {
  const { keys, settings } = c.var.ports
  const code = await resumeCode(keys, codeHolder)
  if (code === null) return null
  const grouped = groupedCode(code)
  return { code: grouped, link: `${settings.origin}${paths.resume(slug)}#${grouped}` }
}
