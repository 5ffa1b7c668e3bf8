/** `/admin/studies/:slug/permit`: who permitted that the study collects in the mainland. */
import { type Context, Hono } from 'hono'
import { commit } from '../../../platform/db/perform.ts'
import { first } from '../../../platform/db/together.ts'
import { safeFileName } from '../../../platform/http/download.ts'
import { largestBody, normalizeText } from '../../../platform/http/form.ts'
import { refuse } from '../../../platform/http/refuse.tsx'
import { limitedTo } from '../../../platform/http/safety.ts'
import { readUpload } from '../../../platform/http/upload.ts'
import type { AppEnv } from '../../../ports.ts'
import { waitingOf } from '../../../staff/approvals/shown.ts'
import { addAudit } from '../../../staff/audit-trail/audit.ts'
import { may } from '../../../staff/permissions/may.ts'
import { needs, staffOf } from '../../../staff/permissions/needs.ts'
import { studyIdInAddress } from '../../../survey/studies/study-in-address.ts'
import type { StudyWithOffers } from '../../study.ts'
import { studyWithOffersInAddress } from '../../study-in-address.ts'
import { permitEffect } from './approval-effect.ts'
import { type Entered, enterPermit, largestPermit, permitFile } from './enter.ts'
import { PermitPage, type TypedPermit } from './page.tsx'
import { confirmedPermits, isMainland, permitById } from './store.ts'

const limited = limitedTo(largestPermit + largestBody)
const endings: Record<string, string> = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' }

export const permitRoutes = new Hono<AppEnv>()
  .get('/admin/studies/:slug/permit', needs('studies.view', studyIdInAddress), async (c) => {
    const study = await studyWithOffersInAddress(c)
    if (study === undefined) return refuse(c, 'not_found')
    return show(c, study, { said: c.req.query('said') === 'entered', typed: null })
  })
  .post('/admin/studies/:slug/permit', needs('studies.edit', studyIdInAddress), limited, async (c) => {
    const study = await studyWithOffersInAddress(c)
    if (study === undefined || !(await collectsInMainland(c, study))) return refuse(c, 'not_found')
    const posted = await readUpload(c)
    const text = (name: string) => {
      const value = posted[name]
      return typeof value === 'string' ? normalizeText(value) : ''
    }
    const typed = {
      kind: text('kind'),
      authority: text('authority'),
      number: text('number'),
      expires: text('expires'),
      reason: text('why'),
    }
    const file = posted.file instanceof File ? new Uint8Array(await posted.file.arrayBuffer()) : new Uint8Array()
    const entered: Entered =
      typed.kind === 'not_needed'
        ? { kind: 'not_needed', reason: typed.reason }
        : { kind: 'permit', authority: typed.authority, number: typed.number, expiresOn: typed.expires, file }
    const done = await enterPermit(c.var.ports, staffOf(c), study.id, entered)
    if ('proposed' in done) return c.redirect(`/admin/studies/${study.slug}/permit?said=entered`, 303)
    return show(c, study, { said: false, typed: { ...typed, ...done } })
  })
  .post('/admin/studies/:slug/permit/:id/file', needs('studies.view', studyIdInAddress), async (c) => {
    const { ports } = c.var
    const study = await studyWithOffersInAddress(c)
    const permit = await first(ports.db, permitById({ id: normalizeText(c.req.param('id')) }))
    if (study === undefined || permit?.studyId !== study.id) return refuse(c, 'not_found')
    const bytes = await permitFile(ports, permit)
    if (bytes === undefined) return refuse(c, 'not_found')
    const entry = { id: ports.ids.next('audit'), actor: staffOf(c).id, action: 'permit.viewed', subject: permit.id }
    await commit(ports.db, 'An audit entry', addAudit({ ...entry, at: ports.clock.now() }))
    const name = `permit-${study.slug}-${permit.fileHash?.slice(0, 16)}.${endings[permit.mediaType ?? ''] ?? 'bin'}`
    return c.body(bytes, 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${safeFileName(name)}"`,
    })
  })

/** Another study goes by no permit: none is entered that could pause it one day. */
async function collectsInMainland(c: Context<AppEnv>, { id }: StudyWithOffers): Promise<boolean> {
  return (await first(c.var.ports.db, isMainland({ id })))?.mainland === 1
}

async function show(
  c: Context<AppEnv>,
  study: StudyWithOffers,
  { said, typed }: { said: boolean; typed: TypedPermit | null },
) {
  const { db } = c.var.ports
  const wanted = c.req.query('file')
  const file = wanted === undefined ? undefined : await first(db, permitById({ id: normalizeText(wanted) }))
  const page = (
    <PermitPage
      c={c}
      study={study}
      isMainland={await collectsInMainland(c, study)}
      confirmed={await db.read(confirmedPermits({ studyId: study.id }))}
      waiting={await waitingOf(c, { permit: permitEffect }, study.id)}
      file={file?.studyId === study.id && file.fileHash !== null ? file : null}
      mayEnter={may(staffOf(c), 'studies.edit', study.id)}
      said={said}
      typed={typed}
    />
  )
  return c.html(page, typed === null ? 200 : 422)
}
