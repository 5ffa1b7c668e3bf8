/** `/s/:study/devices`: a respondent signs out other devices, every one, or makes this one forget them. */
import { Hono } from 'hono'
import type { AppEnv } from '../../ports.ts'

export const devicesRoutes = new Hono<AppEnv>()
  .get('/s/:study/devices', async (c) => (await import('./devices.tsx')).showDevices(c))
  .get('/s/:study/devices/here', async (c) => (await import('./devices.tsx')).askToForget(c))
  .post('/s/:study/devices/here', async (c) => (await import('./devices.tsx')).forgetHere(c))
  .post('/s/:study/devices/:which', async (c) => (await import('./devices.tsx')).signOutDevices(c))
