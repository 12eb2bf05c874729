import type { JWK } from 'jose'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { ClientAuthentication } from '../config/environment.ts'
import { createMasker } from '../evidence/masking/masker.ts'
import { pseudonymsWith, randomKey } from '../evidence/masking/pseudonym.ts'
import { createRecorder } from '../evidence/recorder.ts'
import { openTransport } from '../evidence/undici-transport.ts'
import { type Front, openFront, type Way } from '../reference/front.fixture.ts'
import { type Client, createClient, probeClient } from './client.ts'
import {
  clientId,
  clientKeys,
  clientSecret,
  environmentAt,
  redirectUri,
  startTestOp,
} from './op.fixture.ts'
import { discoverProvider } from './provider.ts'
import { refreshTokens, revokeToken } from './token-request.ts'

let privateJwk: JWK
let publicJwk: JWK
beforeAll(async () => {
  const made = await clientKeys()
  ;[privateJwk, publicJwk] = [made.own, made.public]
})

/** A client of a provider that hears every request, and whose first answer to a POST is lost. */
const clientThatMissesAnAnswer = async (own: ClientAuthentication): Promise<Client> => {
  let isLost = false
  const handle = (way: Way) => {
    if (way.request.method !== 'POST' || isLost) return way.pass()
    isLost = true
    way.loseAnswer()
  }
  let front: Front | undefined
  const op = await startTestOp(
    {},
    {
      clients: [{ clientId, secret: clientSecret, jwk: publicJwk, redirectUris: [redirectUri] }],
      front: async (port) => {
        front = await openFront({ port, handle })
        return front.port
      },
    },
  )
  const { transport, close } = openTransport({
    ca: undefined,
    httpsProxy: undefined,
    noProxy: undefined,
    userAgent: 'krr-conformance tests',
  })
  onTestFinished(async () => {
    await Promise.all([close(), front?.close(), op.close()])
  })
  const send = createRecorder({
    transport,
    masker: createMasker(pseudonymsWith(randomKey()), false),
    documentOf: () => 'open',
    prefix: 't',
    onRecorded: () => {},
  })
  const environment = environmentAt(op.issuer, { clientAuthentication: own })
  const common = { send, onSecret: () => {} }
  const provider = await discoverProvider({ ...environment, ...common })
  return createClient({ environment, provider, ...common })
}

describe('where an answer is lost', () => {
  test('a revocation is asked for again, and the attempt that failed is told', async () => {
    const client = await clientThatMissesAnAnswer({ method: 'client_secret', secret: clientSecret })
    const { response, failedAttempts } = await revokeToken(client, 'a-token')
    expect(response.status).toBe(200)
    expect(failedAttempts).toMatchObject([{ trouble: expect.stringContaining('ECONNRESET') }])
  })

  test('a revocation is asked for with a new assertion where the first one is spent', async () => {
    const jwk = { ...privateJwk }
    const client = await clientThatMissesAnAnswer({ method: 'private_key_jwt', jwk })
    expect((await revokeToken(client, 'a-token')).response.status).toBe(200)
  })

  test.each(['client_secret', 'private_key_jwt'] as const)(
    'a refresh is asked for again, by %s: what the provider says of the token is heard',
    async (method) => {
      const client = await clientThatMissesAnAnswer(
        method === 'client_secret'
          ? { method, secret: clientSecret }
          : { method, jwk: { ...privateJwk } },
      )
      await expect(refreshTokens(client, 'a-token')).rejects.toThrow(/refused: .*invalid_grant/)
    },
  )

  test('a code that nobody issued is sent again', async () => {
    const client = await clientThatMissesAnAnswer({ method: 'client_secret', secret: clientSecret })
    expect((await probeClient(client)).response.status).toBe(400)
  })
})
