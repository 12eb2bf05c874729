import type { Obstacle } from '../evidence/obstacle.ts'
import type { TlsAddress } from '../evidence/tls-connection.ts'
import { controlHandshakes } from '../evidence/tls-control.ts'
import { oldHandshake, usualHandshake } from '../evidence/tls-handshake.ts'
import type {
  OldTlsReading,
  OldTlsVersion,
  PlainHttpReading,
  TlsHandshake,
  TlsReading,
} from '../evidence/tls-reading.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { isRefusal, isWebPage, transportTrouble } from '../evidence/trouble.ts'
import { keep, type World } from './world.ts'

/** The usual handshake: what the certificate says, valid or not, and the version that was agreed on. */
export const tlsReading = (world: World): Promise<TlsReading> =>
  keep(world, 'TLS handshake', async () => {
    const address = addressOf(world)
    const { ca } = world.target.environment
    const handshake = await unlessReset(() => usualHandshake(address, world.target, ca))
    const at = `${address.host}:${address.port}`
    if (handshake.completed) {
      const ends = new Date(handshake.certificate.notAfter).toISOString()
      world.main.expires({ what: 'TLS certificate', of: at, at: ends })
      return { at, readAt: Date.now(), handshake }
    }
    throw new EvidenceUnavailableError(`no handshake with ${at}: ${handshake.trouble}`, {
      obstacle: theApi(world),
    })
  })

/**
 * A handshake of an old version, beside a usual one that was completed and one of the same client's with a server
 * that speaks the old version: else its failure would prove nothing.
 */
export const oldTlsReading = async (
  world: World,
  version: OldTlsVersion,
): Promise<OldTlsReading> => {
  const address = addressOf(world)
  const [usual, control, handshake] = await Promise.all([
    tlsReading(world),
    controlHandshakes(),
    unlessReset(() => oldHandshake(address, world.target, version)),
  ])
  if (!control[version].completed) {
    const { trouble } = control[version]
    throw new EvidenceUnavailableError(`this client does not speak ${version} itself: ${trouble}`)
  }
  if (!handshake.completed && !handshake.refused) {
    throw new EvidenceUnavailableError(`${usual.at}, ${version}: ${handshake.trouble}`, {
      obstacle: theApi(world),
    })
  }
  return { at: usual.at, version, handshake }
}

const theApi = ({ target }: World): Obstacle => ({
  kind: 'server',
  origin: new URL(target.environment.apiUrl).origin,
})

const handshakesAtMost = 3

/** Once more where the connection was reset: by whoever stands in between, or by the server, which will do it again. */
const unlessReset = async (shakeHands: () => Promise<TlsHandshake>): Promise<TlsHandshake> => {
  for (let count = 1; ; count += 1) {
    const handshake = await shakeHands()
    if (handshake.completed || count === handshakesAtMost || !handshake.wasReset) return handshake
  }
}

/**
 * Asks for the resource over plain http, once and without a token: at the same port where the address names one,
 * else at 80. A port that nothing comes back from, or that a proxy does not lead to, is closed as far as can be
 * seen from here, and that is not far enough to judge.
 */
export const plainHttpReading = async (world: World): Promise<PlainHttpReading> => {
  requireHttps(world)
  const url = world.target.environment.apiUrl.replace(/^https:/, 'http:')
  const [usual, outcome] = await Promise.all([
    tlsReading(world),
    world.sendOnce('GET person over plain http', { method: 'GET', url, fields: [] }).then(
      (exchange): PlainHttpReading => ({ answered: true, exchange }),
      (error: unknown) => error,
    ),
  ])
  if (typeof outcome === 'object' && outcome !== null && 'answered' in outcome) {
    const reading = outcome as PlainHttpReading
    // A page may be a captive portal's, which answers in ID-porten's place as well.
    if (reading.answered && isWebPage(reading.exchange.response)) await world.main.provider()
    return reading
  }
  const cause = outcome instanceof EvidenceUnavailableError ? outcome.cause : outcome
  if (cause === undefined) throw outcome
  if (isRefusal(cause)) return { answered: false, refusal: transportTrouble(cause).text }
  const { host } = new URL(url)
  throw new EvidenceUnavailableError(
    `${usual.at} answers, but from here there is no way to plain http at ${host}: ${transportTrouble(cause).text}`,
    { verdict: 'not-applicable' },
  )
}

/** @throws EvidenceUnavailableError where the target is plain http on loopback */
const addressOf = (world: World): TlsAddress => {
  requireHttps(world)
  const { hostname, port } = new URL(world.target.environment.apiUrl)
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? 443 : Number(port) }
}

const requireHttps = (world: World): void => {
  if (new URL(world.target.environment.apiUrl).protocol === 'https:') return
  throw new EvidenceUnavailableError('the API is plain http on loopback', {
    verdict: 'not-applicable',
  })
}
