/** `/admin/people`: who works here, invited and let go by the owners of studies. */
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { type Role, roles } from '../../../schema/tables.ts'
import { field, normalizeText, type Posted, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { booksZone, dayLater, dayOf, startOf } from '../../platform/time/zone.ts'
import type { AppEnv } from '../../ports.ts'
import { makeSignInLink, tidyName } from '../accounts/actions.ts'
import { refusedSince } from '../accounts/refused-sign-ins.ts'
import { readStaff, readStaffById } from '../accounts/session.ts'
import type { Staff } from '../accounts/store.ts'
import { giveRole } from '../permissions/give.ts'
import { needs, staffOf } from '../permissions/needs.ts'
import { takeRole } from '../permissions/take.ts'
import {
  changeEmail,
  changePerson,
  changes,
  confirmAccount,
  mayAnswerFor,
  tidyEmail,
  unbindIdentity,
} from './change.ts'
import {
  everyStudy,
  goodWords,
  PeoplePage,
  type ResultName,
  SignInLinkPage,
  type TypedInvitation,
} from './people-page.tsx'
import { PersonPage } from './person-page.tsx'
import { ownedStudies, readPeople } from './read.ts'
import { accountsBound, identitiesOf } from './store.ts'

/** Somebody new need not be at their desk at once; whoever is known already gets an hour, as by the command. */
const invitationSeconds = 3 * 24 * 3600
/** So long refused sign-ins and new accounts are listed. */
const listedDays = 30
const saidSchema = z.object({ said: z.string().max(20).optional() })
const results: readonly ResultName[] = [
  ...goodWords,
  'own_word',
  'last_owner',
  'last_way',
  'not_bound',
  'other_desk',
  'not_here',
  'no_study',
  'not_yours',
  'not_theirs',
  'email_taken',
  'bad_email',
]

export const peopleRoutes = new Hono<AppEnv>()
  .get('/admin/people', needs('staff.manage'), (c) => showPeople(c, null))
  .post('/admin/people', needs('staff.manage'), async (c) => {
    const { ports } = c.var
    const owner = staffOf(c)
    const posted = await readPosted(c)
    const [name, typedEmail] = [field(posted, 'name') ?? '', field(posted, 'email') ?? '']
    const { study, role } = placeOf(posted)
    const again = (refused: ResultName) => {
      return showPeople(c, { name, email: typedEmail, study, role: role ?? '', refused })
    }
    const email = tidyEmail(typedEmail)
    if (email === undefined) return again('bad_email')
    if (role === undefined) return again('role_needed')
    const place = await placeFor(c, owner, study)
    if (place === null) return again('no_study')
    if ((await readStaff(ports.db, tidyName(name))) !== undefined) return again('known')
    const made = await makeSignInLink(ports, { name, role, study: place.slug, email }, owner, invitationSeconds)
    if ('refused' in made) return again(made.refused)
    return c.html(<SignInLinkPage c={c} name={made.staff.name} link={made.link} until={made.expiresAt} />)
  })
  .get('/admin/people/:id', needs('staff.manage'), addressed('query', saidSchema), async (c) => {
    const { db } = c.var.ports
    const owner = staffOf(c)
    const id = normalizeText(c.req.param('id'))
    const person = (await readPeople(db, owner)).find((one) => one.id === id)
    const staff = await readStaffById(db, id)
    if (person === undefined || staff === undefined) return refuse(c, 'not_found')
    const asked = c.req.valid('query').said
    const bound = await db.read(identitiesOf({ staffId: id }))
    return c.html(
      <PersonPage
        c={c}
        person={person}
        said={results.find((one) => one === asked) ?? null}
        studies={(await ownedStudies(db, owner)).map(({ slug }) => slug)}
        mayEvery={owner.usualRole === 'owner'}
        isTheirs={mayAnswerFor(owner, staff)}
        bound={bound}
        owner={owner.id}
      />,
    )
  })
  .post('/admin/people/:id/roles', needs('staff.manage'), (c) =>
    changeRole(c, async (staff, role, slug, owner) => {
      const given = await giveRole(c.var.ports, staff, role, slug, owner.id)
      return 'refused' in given ? given.refused : 'given'
    }),
  )
  .post('/admin/people/:id/roles/take', needs('staff.manage'), (c) =>
    changeRole(c, async (staff, role, slug, owner) => {
      const left = await takeRole(c.var.ports, staff, role, slug, owner.id)
      return 'refused' in left ? left.refused : 'taken'
    }),
  )
  .post('/admin/people/:id/email', needs('staff.manage'), async (c) => {
    const id = normalizeText(c.req.param('id'))
    const done = await changeEmail(c.var.ports, staffOf(c), id, field(await readPosted(c), 'email') ?? '')
    return backTo(c, id, 'refused' in done ? done.refused : 'email')
  })
  .post('/admin/people/:id/unbind', needs('staff.manage'), async (c) => {
    const id = normalizeText(c.req.param('id'))
    const bound = field(await readPosted(c), 'bound') ?? ''
    const done = await unbindIdentity(c.var.ports, staffOf(c), id, bound)
    return backTo(c, id, 'refused' in done ? done.refused : 'unbound')
  })
  .post('/admin/people/:id/confirm', needs('staff.manage'), async (c) => {
    const id = normalizeText(c.req.param('id'))
    const bound = field(await readPosted(c), 'bound') ?? ''
    const done = await confirmAccount(c.var.ports, staffOf(c), id, bound)
    return backTo(c, id, 'refused' in done ? done.refused : 'confirmed')
  })
  .post('/admin/people/:id/link', needs('staff.manage'), async (c) => {
    const { ports } = c.var
    const owner = staffOf(c)
    const staff = await readStaffById(ports.db, normalizeText(c.req.param('id')))
    if (staff === undefined) return refuse(c, 'not_found')
    if (!mayAnswerFor(owner, staff)) return backTo(c, staff.id, 'not_yours')
    const made = await makeSignInLink(ports, { name: staff.name }, owner)
    if ('refused' in made) return backTo(c, staff.id, 'not_here')
    return c.html(<SignInLinkPage c={c} name={staff.name} link={made.link} until={made.expiresAt} />)
  })
  .post('/admin/people/:id/:way{suspend|resume|remove}', needs('staff.manage'), async (c) => {
    const id = normalizeText(c.req.param('id'))
    const way = changes.find((one) => one === c.req.param('way')) ?? 'suspend'
    const done = await changePerson(c.var.ports, staffOf(c), id, way)
    return backTo(c, id, 'refused' in done ? done.refused : way)
  })

async function showPeople(c: Context<AppEnv>, typed: TypedInvitation | null) {
  const { db, clock } = c.var.ports
  const owner = staffOf(c)
  const day = dayLater(dayOf(booksZone, clock.now()), -listedDays)
  const [people, studies, refused, accounts] = await Promise.all([
    readPeople(db, owner),
    ownedStudies(db, owner),
    db.read(refusedSince({ day })),
    db.read(accountsBound({ since: startOf(booksZone, day) })),
  ])
  const page = (
    <PeoplePage
      c={c}
      people={people.filter(({ state }) => state !== 'removed')}
      studies={studies.map(({ slug }) => slug)}
      mayEvery={owner.usualRole === 'owner'}
      typed={typed}
      refused={refused}
      accounts={accounts.filter(({ id }) => people.some((one) => one.id === id))}
    />
  )
  return c.html(page, typed === null ? 200 : 422)
}

function placeOf(posted: Posted): { study: string; role: Role | undefined } {
  const asked = field(posted, 'role')
  return { study: field(posted, 'study') ?? '', role: roles.find((one) => one === asked) }
}

/** Where a role is given or taken: one study that is theirs, or all of them; null where it is not theirs to say. */
async function placeFor(c: Context<AppEnv>, owner: Staff, study: string): Promise<{ slug: string | undefined } | null> {
  if (study === everyStudy) return owner.usualRole === 'owner' ? { slug: undefined } : null
  const own = await ownedStudies(c.var.ports.db, owner)
  return own.some(({ slug }) => slug === study) ? { slug: study } : null
}

async function changeRole(
  c: Context<AppEnv>,
  change: (staff: Staff, role: Role, slug: string | undefined, owner: Staff) => Promise<ResultName>,
) {
  const owner = staffOf(c)
  const staff = await readStaffById(c.var.ports.db, normalizeText(c.req.param('id') ?? ''))
  if (staff === undefined) return refuse(c, 'not_found')
  const { study, role } = placeOf(await readPosted(c))
  const place = await placeFor(c, owner, study)
  if (place === null || role === undefined) return backTo(c, staff.id, 'no_study')
  return backTo(c, staff.id, await change(staff, role, place.slug, owner))
}

function backTo(c: Context<AppEnv>, id: string, result: ResultName | 'no_one') {
  if (result === 'no_one') return refuse(c, 'not_found')
  return c.redirect(`/admin/people/${id}?said=${result}`, 303)
}
