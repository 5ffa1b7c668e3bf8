/** Staff of a measured site, who look at its pages in the process of the app itself. */
import type { Role } from '../schema/tables.ts'
import type { createApp } from '../src/app/app.ts'
import type { Ports } from '../src/ports.ts'
import { makeSignInLink } from '../src/staff/accounts/actions.ts'

export type App = ReturnType<typeof createApp>

/** Signs somebody in, who is made when they are not there. @returns their cookies */
export async function signIn(app: App, ports: Ports, name: string, role: Role): Promise<string> {
  const made = await makeSignInLink(ports, { name, role })
  if ('refused' in made) throw new Error(made.refused)
  const { origin } = ports.settings
  const response = await app.request(made.link, { method: 'POST', headers: { origin } })
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

/** Opens a page and reads all of it. @throws when it is not there */
export async function open(app: App, ports: Ports, cookie: string, path: string): Promise<string> {
  const response = await app.request(new URL(path, ports.settings.origin).href, { headers: { cookie } })
  const text = await response.text()
  if (response.status !== 200 && response.status !== 303) throw new Error(`${path} answered ${response.status}`)
  return text
}
