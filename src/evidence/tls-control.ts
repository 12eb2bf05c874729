import type { AddressInfo } from 'node:net'
import { createServer } from 'node:tls'
import { controlIdentity } from './tls-control-identity.ts'
import { anyCipher, oldHandshake } from './tls-handshake.ts'
import type { OldTlsVersion, TlsHandshake } from './tls-reading.ts'
import { transportTrouble } from './trouble.ts'

export type ControlHandshakes = Readonly<Record<OldTlsVersion, TlsHandshake>>

let control: Promise<ControlHandshakes> | undefined

/**
 * The same client before a server of our own, on loopback and for these handshakes only, that speaks the old
 * versions and nothing else. Without it a refusal could be the client's own. Once for the whole process.
 */
export const controlHandshakes = (): Promise<ControlHandshakes> => {
  control ??= shakeHandsWithControl()
  return control
}

const shakeHandsWithControl = async (): Promise<ControlHandshakes> => {
  try {
    const server = createServer({
      ...controlIdentity(),
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: anyCipher,
    })
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(0, '127.0.0.1', resolve)
      })
      const { port } = server.address() as AddressInfo
      const address = { host: '127.0.0.1', port }
      const [tls10, tls11] = await Promise.all([
        oldHandshake(address, direct, 'TLSv1'),
        oldHandshake(address, direct, 'TLSv1.1'),
      ])
      return { TLSv1: tls10, 'TLSv1.1': tls11 }
    } finally {
      server.close()
    }
  } catch (error) {
    const none = { completed: false, refused: false, trouble: transportTrouble(error) } as const
    return { TLSv1: none, 'TLSv1.1': none }
  }
}

const direct = { httpsProxy: undefined, noProxy: undefined }
