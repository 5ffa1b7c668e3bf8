import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/app/app.ts'
import { assertGuarded } from '../../src/app/assert-guarded.ts'
import { createFrame } from '../../src/app/frame.ts'
import { staffRoutes } from '../../src/app/staff.ts'
import type { AppEnv } from '../../src/ports.ts'
import { needs } from '../../src/staff/permissions/needs.ts'

const noPorts = () => Promise.reject(new Error('no ports'))

/** An app with one more group of routes beside those of staff. */
function withRoute(route: Hono<AppEnv>) {
  const all = staffRoutes as Hono<AppEnv>[]
  all.push(route)
  try {
    return createApp(noPorts)
  } finally {
    all.pop()
  }
}

describe('an app', () => {
  it('starts when each route of staff names its permission', () => {
    expect(() => createApp(noPorts)).not.toThrow()
    expect(() =>
      withRoute(new Hono<AppEnv>().get('/admin/more', needs('responses.view'), (c) => c.text(''))),
    ).not.toThrow()
  })

  it('does not start with a route of staff that names none, and says which', () => {
    expect(() => withRoute(new Hono<AppEnv>().get('/admin/more', (c) => c.text('')))).toThrow(
      "Without a permission: GET /admin/more. Put needs('…') before every other handler of the route.",
    )
  })

  it('does not start when something runs before the permission is asked for', () => {
    const late = new Hono<AppEnv>().post(
      '/finance/more',
      (_, next) => next(),
      needs('money.view'),
      (c) => c.text(''),
    )
    expect(() => withRoute(late)).toThrow('POST /finance/more')
  })

  it('does not start when only another method of the address names one', () => {
    const half = new Hono<AppEnv>()
      .get('/finance/more', needs('money.view'), (c) => c.text(''))
      .post('/finance/more', (c) => c.text(''))
    expect(() => withRoute(half)).toThrow('Without a permission: POST /finance/more.')
  })

  it('does not start when errors of a group of routes are handled apart, which hides its permissions', () => {
    const apart = new Hono<AppEnv>().get('/admin/more', needs('responses.view'), (c) => c.text(''))
    apart.onError((_, c) => c.text(''))
    expect(() => withRoute(apart)).toThrow('GET /admin/more')
  })
})

it('routes of students, and those by which staff come and go, need none', () => {
  const open = new Hono<AppEnv>().get('/s/:slug', (c) => c.text('')).post('/sign-out', (c) => c.text(''))
  expect(() => assertGuarded(createFrame([open], noPorts).routes)).not.toThrow()
})
