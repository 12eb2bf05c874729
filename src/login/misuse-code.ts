import { randomPKCECodeVerifier } from 'openid-client'
import type { CodeMisuse } from '../evidence/login.ts'
import { exchangeCode } from '../oidc/token-request.ts'
import { authorize, type FlowOptions, runFlow } from './flow.ts'

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
    const { exchange } = await exchangeCode(client, inOrder.authorization, inOrder.callback)
    return { misuse, twin, exchange }
  }
  const { authorization, callback } = await authorize(options)
  const codeVerifier = randomPKCECodeVerifier()
  client.onSecret('code_verifier', codeVerifier)
  const { exchange } = await exchangeCode(client, { ...authorization, codeVerifier }, callback)
  return { misuse, twin, exchange }
}
