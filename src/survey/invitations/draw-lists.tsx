import type { Context } from 'hono'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { hasDuty } from '../../staff/permissions/duties.ts'
import { staffOf } from '../../staff/permissions/needs.ts'
import type { TagRefusal } from '../sources/make-tag.ts'
import { tagsOfStudy } from '../sources/store.ts'
import type { Study } from '../studies/study.ts'
import type { LinksRequest } from './make.ts'
import { ListsPage } from './page.tsx'
import { listsOf } from './store.ts'

const mostLists = 100

/** What was typed into one of the two forms, and why nothing came of it. */
interface Typed {
  links?: { wanted: LinksRequest; refused: 'count' | 'reviews' }
  tag?: { tag: string; refused: TagRefusal }
}

/** The page of a study's links: personal ones, and those that have a tag. */
export async function drawLists(c: Context<AppEnv>, study: Study, typed: Typed = {}) {
  const { db } = c.var.ports
  const [lists, tags, hasReviewed] = await Promise.all([
    db.read(listsOf({ studyId: study.id, limit: mostLists })),
    db.read(tagsOfStudy({ studyId: study.id })),
    hasDuty(c.var.ports, staffOf(c).id, study.id, 'reviews'),
  ])
  return (
    <ListsPage
      c={c}
      study={study.questionnaire.title[languageOf(c)]}
      slug={study.slug}
      here={`/admin/studies/${study.slug}/invitations`}
      lists={lists}
      hasReviewed={hasReviewed}
      typed={typed.links ?? null}
      tags={tags}
      typedTag={typed.tag ?? null}
    />
  )
}
