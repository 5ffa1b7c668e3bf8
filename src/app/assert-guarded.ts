import { permissionOf } from '../staff/permissions/needs.ts'
import { isStaffPath } from './staff-paths.ts'

/** What a Hono app says of each of its handlers, in order. */
interface Route {
  method: string
  path: string
  handler: object
}

/** The addresses of staff that are open to everybody: how one comes and goes. */
export const openToAll: readonly string[] = [
  'GET /sign-in',
  'GET /sign-in/oidc',
  'POST /sign-in/oidc',
  'GET /sign-in/callback',
  'POST /sign-in/callback',
  'GET /sign-in/:code',
  'POST /sign-in/:code',
  'POST /sign-out',
  'GET /signed-out',
]

/**
 * Makes sure that nobody can forget a guard: each staff address begins with `needs`, so that nothing runs before it.
 * @param routes the routes of the whole app; those of students are passed over
 * @throws Error that names every method and path without a permission
 */
export function assertGuarded(routes: readonly Route[]): void {
  const firsts = new Map<string, object>()
  for (const { method, path, handler } of routes) {
    const name = `${method} ${path}`
    if (isStaffPath(path) && !openToAll.includes(name) && !firsts.has(name)) firsts.set(name, handler)
  }
  const bare = [...firsts].filter(([, handler]) => permissionOf(handler) === undefined).map(([name]) => name)
  if (bare.length > 0) {
    throw new Error(`Without a permission: ${bare.join(', ')}. Put needs('…') before every other handler of the route.`)
  }
}
