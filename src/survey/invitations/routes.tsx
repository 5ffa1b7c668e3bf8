/** `/admin/studies/:slug/invitations`: personal links, made at the desk and never shown again. */

import { Hono } from 'hono'
import * as z from 'zod'
import { peopleMessages } from '../../../messages/generated/studies/people.ts'
import { first } from '../../platform/db/together.ts'
import { byteOrderMark, csvRow } from '../../platform/files/csv.ts'
import { csvFile } from '../../platform/http/download.ts'
import { field, normalizeText, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import { booksZone, dayOf } from '../../platform/time/zone.ts'
import type { AppEnv } from '../../ports.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { studyIdInAddress, studyInAddress } from '../studies/study-in-address.ts'
import { drawLists } from './draw-lists.tsx'
import { linkState, makeLinks } from './make.ts'
import { InvitationListPage } from './page.tsx'
import { linksOf, listById } from './store.ts'

const linksOnAPage = 100
const fromSchema = z.object({ from: z.coerce.number().int().min(1).max(100_000).catch(1) })

export const invitationRoutes = new Hono<AppEnv>()
  .get('/admin/studies/:slug/invitations', needs('invitations.make', studyIdInAddress), async (c) => {
    const study = await studyInAddress(c)
    return study === undefined ? refuse(c, 'not_found') : c.html(await drawLists(c, study))
  })
  .post('/admin/studies/:slug/invitations', needs('invitations.make', studyIdInAddress), async (c) => {
    const { ports } = c.var
    const study = await studyInAddress(c)
    if (study === undefined) return refuse(c, 'not_found')
    const posted = await readPosted(c)
    const number = (name: string) => Number((field(posted, name) ?? '').trim() || 0)
    const wanted = { count: number('count'), days: number('days'), hasGuardian: field(posted, 'guardian') === 'yes' }
    const made = await makeLinks(ports, staffOf(c).id, study.id, wanted)
    if ('refused' in made) {
      return c.html(await drawLists(c, study, { links: { wanted, refused: made.refused } }), 422)
    }
    const words = peopleMessages(languageOf(c)).lists.file
    const until = dayOf(booksZone, made.expiresAt)
    const lines = [
      [words.number, words.link, words.until],
      ...made.links.map((link, at) => [String(at + 1), link, until]),
    ]
    const name = `links-${study.slug}-${dayOf(booksZone, ports.clock.now())}.csv`
    return csvFile(c, name, textsOf(lines))
  })
  .get(
    '/admin/studies/:slug/invitations/:id',
    needs('invitations.make', studyIdInAddress),
    addressed('query', fromSchema),
    async (c) => {
      const { db, clock } = c.var.ports
      const study = await studyInAddress(c)
      const id = normalizeText(c.req.param('id'))
      const list = study && (await first(db, listById({ id, studyId: study.id })))
      if (study === undefined || list === undefined) return refuse(c, 'not_found')
      const { from } = c.req.valid('query')
      const found = await db.read(linksOf({ listId: id, from, limit: linksOnAPage }))
      const links = found.map((link) => ({ n: link.n, state: linkState(link, clock.now()) }))
      const next = from + linksOnAPage
      return c.html(
        <InvitationListPage
          c={c}
          here={hereOf(study.slug)}
          list={list}
          links={links}
          before={from === 1 ? null : Math.max(1, from - linksOnAPage)}
          after={next <= list.links ? next : null}
        />,
      )
    },
  )

const hereOf = (slug: string) => `/admin/studies/${slug}/invitations`

async function* textsOf(lines: readonly string[][]): AsyncGenerator<string> {
  yield byteOrderMark + lines.map((cells) => csvRow(cells)).join('')
}
