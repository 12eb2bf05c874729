import { X509Certificate } from 'node:crypto'
import type { Environment, RunSettings } from '../config/environment.ts'
import { pemCertificates } from '../config/forms.ts'
import { type EnvironmentKeys, environmentKeys } from '../config/settings.ts'
import { fieldValue } from '../evidence/exchange.ts'
import { distinguishedName, usualHandshake } from '../evidence/tls-handshake.ts'
import type { Send } from '../evidence/transport.ts'
import {
  certificateIsValid,
  documentIsPublished,
  personResourceIsThere,
  schemeIsPlain,
} from './examinations/api.ts'
import { clientSecretEnds, hostIsFound, testUsers } from './examinations/machine.ts'
import { examineProvider } from './examine-provider.ts'
import { isProblem, type Line } from './line.ts'
import { addressIn, clockOf, compareDocument, lookUpHost, outcomeOf } from './probes.ts'

export interface Examination {
  readonly environment: Environment
  readonly settings: RunSettings
  readonly send: Send
}

/** Examines an environment from outside. The person API is asked without a token only. */
export const examineEnvironment = async (examination: Examination): Promise<readonly Line[]> => {
  const { environment, send } = examination
  const keys = environmentKeys(environment.name)
  const [api, issuer] = await Promise.all([
    examineHost(examination, keys.API_URL, environment.apiUrl),
    examineHost(examination, keys.ISSUER, environment.issuer),
  ])
  const [resource, provider] = await Promise.all([
    api.isReached ? examineResource(examination, keys) : [],
    issuer.isReached ? examineProvider(environment, send, keys) : [],
  ])
  const { pid, personas, expect, production, clientSecretExpires } = environment
  const people = Object.keys(personas) as (keyof typeof personas)[]
  return [
    ...api.lines,
    ...resource,
    ...issuer.lines,
    ...clientSecretEnds({
      key: keys.CLIENT_SECRET_EXPIRES,
      lastDay: clientSecretExpires,
      now: Date.now(),
    }),
    ...provider,
    ...testUsers({
      pidKey: keys.PID,
      pid,
      personas: people,
      expectKey: keys.EXPECT,
      expect,
      production,
    }),
  ]
}

/** Name and certificate of a host: where one of them fails, nothing further is asked there. */
const examineHost = async (
  { environment, settings, send }: Examination,
  key: string,
  url: string,
): Promise<{ readonly lines: readonly Line[]; readonly isReached: boolean }> => {
  const found = await lookUpHost(key, url, settings)
  const lines = found === undefined ? [] : [hostIsFound(found)]
  if (lines.some(isProblem)) return { lines, isReached: false }
  const handshake = await usualHandshake(addressIn(url), settings, environment.ca)
  if (new URL(url).protocol === 'http:') {
    const wrong = schemeIsPlain(key, url, handshake)
    return {
      lines: wrong === undefined ? lines : [...lines, wrong],
      isReached: wrong === undefined,
    }
  }
  const certificate = certificateIsValid({
    key,
    caKey: environmentKeys(environment.name).CA,
    host: addressIn(url).host,
    handshake,
    now: Date.now(),
    trusted: (pemCertificates(environment.ca ?? '') ?? []).map((pem) =>
      distinguishedName(new X509Certificate(pem).subject),
    ),
    speaksPlainHttp:
      !handshake.completed && noTls.test(handshake.trouble) && (await isPlainHttp(url, send)),
  })
  return { lines: [...lines, certificate], isReached: !isProblem(certificate) }
}

/** What a handshake with a server ends in that speaks no TLS. */
const noTls = /ERR_SSL|EPROTO|ECONNRESET|EPIPE|closed/

/** Whether something answers without TLS: nothing but the path's own origin is asked, and nothing is sent along. */
const isPlainHttp = async (url: string, send: Send): Promise<boolean> => {
  const { host } = new URL(url)
  const asked = send('GET over plain http', { method: 'GET', url: `http://${host}/`, fields: [] })
  return 'value' in (await outcomeOf(asked))
}

const examineResource = async (
  { environment, send }: Examination,
  keys: EnvironmentKeys,
): Promise<readonly Line[]> => {
  const [asked, document] = await Promise.all([
    outcomeOf(
      send('GET person without a token', {
        method: 'GET',
        url: environment.apiUrl,
        fields: [['Accept', 'application/json']],
      }),
    ),
    compareDocument(environment, send),
  ])
  const published = documentIsPublished({ key: keys.SPEC_URL, outcome: document })
  if ('trouble' in asked) {
    return [personResourceIsThere({ key: keys.API_URL, outcome: asked.trouble }), published]
  }
  const { response } = asked.value
  const location = fieldValue(response, 'location')
  const outcome = { status: response.status, location: location && originOf(location, environment) }
  return [personResourceIsThere({ key: keys.API_URL, outcome }), ...clockOf(asked.value), published]
}

const originOf = (location: string, { apiUrl }: Environment): string =>
  URL.canParse(location, apiUrl) ? new URL(location, apiUrl).origin : 'somewhere'
