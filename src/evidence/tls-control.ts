import { generateKeyPairSync, sign } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:tls'
import { anyCipher, oldHandshake } from './tls-handshake.ts'
import type { OldTlsVersion, TlsHandshake } from './tls-reading.ts'
import { transportTrouble } from './trouble.ts'

/** A key and a certificate in PEM. */
interface ControlIdentity {
  readonly key: string
  readonly cert: string
}

/**
 * A P-256 key, which takes less than a millisecond, in the smallest certificate there is: version 1, without a
 * name, signed by itself (RFC 5280, 4.1). Nobody is to trust it.
 */
export const controlIdentity = (): ControlIdentity => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const unsigned = sequence(
    element(integerTag, Buffer.of(1)),
    ecdsaWithSha256,
    sequence(),
    sequence(utcTime('000101000000Z'), utcTime('491231235959Z')),
    sequence(),
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = element(bitStringTag, Buffer.of(0), sign('sha256', unsigned, privateKey))
  const certificate = sequence(unsigned, ecdsaWithSha256, signature).toString('base64')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
  }
}

const integerTag = 0x02

const bitStringTag = 0x03

const objectIdentifierTag = 0x06

const utcTimeTag = 0x17

const sequenceTag = 0x30

const element = (tag: number, ...content: readonly Buffer[]): Buffer => {
  const whole = Buffer.concat(content)
  return Buffer.concat([Buffer.of(tag, ...lengthOf(whole)), whole])
}

/** The length in as few octets as will do (X.690, 10.1); nothing here comes to 65 536. */
const lengthOf = ({ length }: Buffer): readonly number[] => {
  if (length < 0x80) return [length]
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
}

const sequence = (...content: readonly Buffer[]): Buffer => element(sequenceTag, ...content)

const utcTime = (text: string): Buffer => element(utcTimeTag, Buffer.from(text, 'ascii'))

const ecdsaWithSha256 = sequence(
  element(objectIdentifierTag, Buffer.of(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02)),
)

type ControlHandshakes = Readonly<Record<OldTlsVersion, TlsHandshake>>

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
    const none = {
      completed: false,
      refused: false,
      trouble: transportTrouble(error).text,
    } as const
    return { TLSv1: none, 'TLSv1.1': none }
  }
}

const direct = { httpsProxy: undefined, noProxy: undefined }
