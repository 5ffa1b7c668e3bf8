/** A fresh pair of RSA keys of 2048 bits for a sandbox provider, as PEM: what a real one shows in its console. */
import { exportPKCS8, exportSPKI } from 'jose'

export async function rsaPems(): Promise<{ publicPem: string; privatePem: string }> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(
    { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
    true,
    ['sign', 'verify'],
  )
  return { publicPem: await exportSPKI(publicKey), privatePem: await exportPKCS8(privateKey) }
}
