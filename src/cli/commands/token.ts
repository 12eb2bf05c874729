import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { type KrrScope, krrScopes } from '../../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../../evidence/transport.ts'
import { exitCodes } from '../../report/exit-code.ts'
import type { Command } from '../command.ts'
import { connected, oneEnvironment } from '../one-environment.ts'

const help = `Usage: npm run --silent krr -- token --env NAME [options]

Logs the test user in and prints one access token, and nothing else, on stdout. Not for production.

Options
  --env <name>      the environment
  --scope <scopes>  krr:user/* scopes, space-separated (default KRR_<NAME>_SCOPES); openid profile are always asked for
  --pid <number>    another test user than KRR_<NAME>_PID
  -h, --help        this text

Example
  TOKEN=$(npm run --silent krr -- token --env sandbox)
  curl -H "Authorization: Bearer $TOKEN" ...`

/** An access token for curl, Postman and any HTTP client. */
export const tokenCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: { env: { type: 'string' }, scope: { type: 'string' }, pid: { type: 'string' } },
    })
    const named = scopesOf(values.scope)
    const one = oneEnvironment('token', { env: values.env })
    if (one.environment.production) {
      throw new ConfigurationError([
        `krr token is not for production, and "${one.environment.name}" is production by its address`,
      ])
    }
    if (values.pid !== undefined && !/^\d{11}$/.test(values.pid)) {
      throw new ConfigurationError(['--pid must be 11 digits'])
    }
    const scopes = named ?? one.environment.scopes
    const environment = { ...one.environment, pid: values.pid ?? one.environment.pid }
    try {
      const { accessToken } = await connected({ ...one, environment }, terminal, ({ session }) =>
        session.tokens('MAIN', scopes),
      )
      // RFC 6750, 2.1: nothing else can stand in a header field, and this goes to a terminal or a shell.
      if (!/^[\w.~+/-]+=*$/.test(accessToken)) {
        terminal.err(
          'No token: ID-porten gave one with characters that no Bearer token may have (RFC 6750, 2.1); it is not printed',
        )
        return exitCodes.inconclusive
      }
      terminal.out(accessToken)
      return exitCodes.conformant
    } catch (error) {
      if (!(error instanceof EvidenceUnavailableError)) throw error
      terminal.err(`No token: ${error.message}`)
      return exitCodes.inconclusive
    }
  },
}

const scopesOf = (text: string | undefined): readonly KrrScope[] | undefined => {
  if (text === undefined) return undefined
  const named = text.split(/[\s,]+/).filter((scope) => !['', 'openid', 'profile'].includes(scope))
  const unknown = named.filter((scope) => !krrScopes.some((known) => known === scope))
  if (unknown.length > 0) {
    throw new ConfigurationError([
      `--scope must be of ${krrScopes.join(', ')}, but has "${unknown.join(' ')}"`,
    ])
  }
  return krrScopes.filter((scope) => named.includes(scope))
}
