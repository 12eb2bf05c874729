import { clocksApartMs } from '../evidence/clock.ts'
import type { Exchange } from '../evidence/exchange.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import type { PersonApi } from '../krr/person-api.ts'
import type { MainProcess } from './session-client.ts'

/**
 * Why this machine's clock is nothing to judge times by, or undefined where it is. ID-porten and the API are asked
 * both: where only one of the two is apart from this machine, its clock is wrong, and that is a deviation.
 */
export const clockTrouble = async (
  main: Pick<MainProcess, 'provider'>,
  api: PersonApi,
): Promise<string | undefined> => {
  const provider = await main.provider().catch(() => undefined)
  if (provider === undefined) return undefined
  const byProvider = clocksApartMs([provider.metadata, provider.jwks])
  if (byProvider === undefined) return undefined
  const answer = await unlessUnavailable(
    api.getPerson({ label: 'GET person without credentials, for its Date' }),
  )
  const byApi = answer === undefined ? byProvider : clocksApartMs([answer])
  if (byApi === undefined || Math.sign(byApi) !== Math.sign(byProvider)) return undefined
  const seconds = Math.round(Math.abs(byProvider) / 1_000)
  const side = byProvider > 0 ? 'behind' : 'ahead of'
  const whom = answer === undefined ? 'ID-porten' : 'ID-porten and the API alike'
  return `the clock of this machine is ${seconds} s ${side} ${whom}, by the Date of their answers: what is judged by the time cannot be`
}

const unlessUnavailable = (answer: Promise<Exchange>): Promise<Exchange | undefined> =>
  answer.catch((error: unknown) => {
    if (error instanceof EvidenceUnavailableError) return undefined
    throw error
  })
