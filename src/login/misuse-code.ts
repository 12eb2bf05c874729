import { randomPKCECodeVerifier } from 'openid-client'
import type { CodeMisuse } from '../evidence/login.ts'
import { exchangeCode } from '../oidc/token-request.ts'
import { type FlowOptions, runFlow, withNewCodes } from './flow.ts'

/**
 * Misuses a code of a flow of its own: sends it a second time, or sends another with a `code_verifier`
 * that is not its own. The twin is a code exchanged in order beforehand.
 * @throws EvidenceUnavailableError where no code or no token response came
 */
export const misuseCodeOf = async (
  misuse: CodeMisuse['misuse'],
  options: FlowOptions,
): Promise<CodeMisuse> => {
  const inOrder = await runFlow(options)
  const twin = inOrder.reading.token
  const { client } = options
  if (misuse === 'replayed') {
    const { authorization, callback } = inOrder
    const replay = () => exchangeCode(client, authorization, callback)
    // It is spent all the same: a replay whose answer is lost is made again.
    const { exchange } = await replay().catch(replay)
    return { misuse, twin, exchange }
  }
  return withNewCodes(options, async ({ authorization, callback }) => {
    const codeVerifier = randomPKCECodeVerifier()
    client.onSecret('code_verifier', codeVerifier)
    const { exchange } = await exchangeCode(client, { ...authorization, codeVerifier }, callback)
    return { misuse, twin, exchange }
  })
}
