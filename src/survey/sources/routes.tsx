/** `/admin/studies/:slug/sources`: tags of links for posters and posts. */
import { Hono } from 'hono'
import { peopleMessages } from '../../../messages/generated/studies/people.ts'
import { qrOf } from '../../platform/files/qr.ts'
import { field, normalizeText, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { drawLists } from '../invitations/draw-lists.tsx'
import { studyIdInAddress, studyInAddress } from '../studies/study-in-address.ts'
import { makeTag } from './make-tag.ts'
import { TagPage, tagsPath } from './page.tsx'
import { tagsOfStudy } from './store.ts'

export const sourceRoutes = new Hono<AppEnv>()
  .post('/admin/studies/:slug/sources', needs('invitations.make', studyIdInAddress), async (c) => {
    const study = await studyInAddress(c)
    if (study === undefined) return refuse(c, 'not_found')
    const tag = field(await readPosted(c), 'tag') ?? ''
    const made = await makeTag(c.var.ports, staffOf(c).id, study.id, tag)
    if ('made' in made) return c.redirect(`${tagsPath(study.slug)}/${made.made}`, 303)
    return c.html(await drawLists(c, study, { tag: { tag, refused: made.refused } }), 422)
  })
  .get('/admin/studies/:slug/sources/:tag', needs('invitations.make', studyIdInAddress), async (c) => {
    const { db, settings } = c.var.ports
    const study = await studyInAddress(c)
    const asked = normalizeText(c.req.param('tag'))
    const tags = study === undefined ? [] : await db.read(tagsOfStudy({ studyId: study.id }))
    if (study === undefined || !tags.some(({ tag }) => tag === asked)) return refuse(c, 'not_found')
    const link = `${settings.origin}/s/${study.slug}?from=${asked}`
    const label = peopleMessages(languageOf(c)).lists.title
    const list = { href: `/admin/studies/${study.slug}/invitations`, label }
    return c.html(<TagPage c={c} list={list} tag={asked} link={link} qr={await qrOf(link)} />)
  })
