/** The staff's half: what staff ask for, and the work that waits for nobody. */
import type { Hono } from 'hono'
import { holderDevicesRoutes } from '../journey/devices/staff-routes.ts'
import { budgetRoutes } from '../journey/lifecycle/budget-routes.tsx'
import { lifecycleRoutes } from '../journey/lifecycle/routes.tsx'
import { liveRoutes } from '../journey/live/routes.tsx'
import { adminRoutes } from '../journey/reviews/routes.tsx'
import { studyListRoutes } from '../journey/setup/list-routes.tsx'
import { setupRoutes } from '../journey/setup/routes.tsx'
import { studySettingsRoutes } from '../journey/setup/settings/routes.tsx'
import { promisedPlaces } from '../journey/study.ts'
import type { AppEnv } from '../ports.ts'
import { financeRoutes } from '../reconciliation/desk/routes.tsx'
import { signInRoutes } from '../staff/accounts/routes.tsx'
import { proposalRoutes } from '../staff/approvals/routes.tsx'
import { auditRoutes } from '../staff/audit-trail/search/routes.tsx'
import { peopleRoutes } from '../staff/people/routes.tsx'
import { questionnaireRoutes } from '../survey/drafts/pages/routes.tsx'
import { editorRoutes } from '../survey/editor/routes.tsx'
import { findingsRoutes } from '../survey/findings/routes.tsx'
import { compareRoutes } from '../survey/insights/compare/routes.tsx'
import { crossesRoutes } from '../survey/insights/crosses/routes.tsx'
import { figuresRoutes } from '../survey/insights/figures/routes.tsx'
import { flowsRoutes } from '../survey/insights/flows/routes.tsx'
import { insightsRoutes } from '../survey/insights/routes.ts'
import { textRoutes } from '../survey/insights/texts/routes.tsx'
import { invitationRoutes } from '../survey/invitations/routes.tsx'
import { sourceRoutes } from '../survey/sources/routes.tsx'
import { effects } from './approval-effects.ts'

export { assertGuarded } from './assert-guarded.ts'
export { sweep } from './sweep.ts'

export const staffRoutes: readonly Hono<AppEnv>[] = [
  signInRoutes,
  peopleRoutes,
  adminRoutes,
  invitationRoutes,
  liveRoutes,
  sourceRoutes,
  lifecycleRoutes,
  studyListRoutes,
  setupRoutes,
  studySettingsRoutes,
  budgetRoutes,
  questionnaireRoutes(promisedPlaces),
  financeRoutes,
  holderDevicesRoutes,
  editorRoutes,
  findingsRoutes,
  figuresRoutes,
  textRoutes,
  insightsRoutes,
  proposalRoutes(effects),
  auditRoutes,
  crossesRoutes,
  flowsRoutes,
  compareRoutes,
]
