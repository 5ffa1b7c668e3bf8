/** What a form from elsewhere lacks, and a questionnaire needs: a consent, a page that takes the lease. */
import { agreement } from '../../../../../schema/templates/agreement.ts'
import type { FormContext, LimitKind } from './form-context.ts'
import { unused } from './names.ts'
import type { PageData } from './pages.ts'

/** The same with what it lacks, each told; one of ours as it is. */
export function completeForm<T extends { pages: PageData[] }>(form: FormContext, questionnaire: T): T {
  const { isOurs, limited, notes, codes } = form
  for (const [what, names] of Object.entries(limited) as [LimitKind, string[]][]) {
    if (names.length > 0) notes.add(what, { names: names.join(', ') })
  }
  const { pages } = questionnaire
  const [first] = pages
  if (isOurs || !first) return questionnaire
  if (pages.every(({ consents = [] }) => consents.length === 0)) {
    first.consents = [{ code: unused('C0a', 16, new Set(codes.values())), text: agreement.text }]
    notes.add('consent', { page: first.code })
  }
  if (pages.every(({ lease }) => !lease)) {
    // Whoever is screened out has not left the page with which a reward is held.
    const page = pages.findLast(({ ends }) => ends !== undefined) ?? first
    page.lease = true
    notes.add('lease', { page: page.code })
  }
  return questionnaire
}
