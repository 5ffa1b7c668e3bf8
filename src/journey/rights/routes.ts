/** `/s/:study/status`: what is kept of a respondent, for whoever brings the resume code. */
import { Hono } from 'hono'
import type { AppEnv } from '../../ports.ts'

export const rightsRoutes = new Hono<AppEnv>()
  .get('/s/:study/status', async (c) => (await import('./status.ts')).showStatus(c))
  .post('/s/:study/status', async (c) => (await import('./status.ts')).openStatus(c))
  .post('/s/:study/status/objection', async (c) => (await import('./object-here.ts')).objectHere(c))
  .get('/s/:study/status/take-back/:way', async (c) => (await import('./take-back-here.ts')).askFirst(c))
  .post('/s/:study/status/take-back/:way', async (c) => (await import('./take-back-here.ts')).takeBackHere(c))
  .post('/s/:study/status/voucher', async (c) => (await import('./status.ts')).toVoucher(c))
  .post('/s/:study/status/paradata', async (c) => (await import('./status.ts')).chooseParadata(c))
  .get('/s/:study/status/:file', async (c) => (await import('./status.ts')).sendFile(c))
