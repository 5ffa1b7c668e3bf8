/** `/s/:study/devices`: a respondent signs out other devices, or every one. */
import { Hono } from 'hono'
import type { AppEnv } from '../../ports.ts'

export const devicesRoutes = new Hono<AppEnv>()
  .get('/s/:study/devices', async (c) => (await import('./devices.tsx')).showDevices(c))
  .post('/s/:study/devices/:which', async (c) => (await import('./devices.tsx')).signOutDevices(c))
