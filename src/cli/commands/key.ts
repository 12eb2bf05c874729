import { generateKeyPairSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { JWK } from 'jose'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { exitCodes } from '../../report/exit-code.ts'
import type { Command } from '../command.ts'

const help = `Usage: npm run krr -- key new --for signing|client [--out FILE]

Makes a private key: for signing reports and decisions (KRR_SIGNING_JWK), or for the client's private_key_jwt
(KRR_<NAME>_CLIENT_JWK). The file is readable by you alone (mode 0600) and never replaces another; git ignores its usual
name (*.jwk.json). Printed are the thumbprint and, for the client, the public key to register.

Options
  --for <what>   signing (EC P-256) or client (RSA 3072)
  --out <file>   signing.jwk.json or client.jwk.json without it
  -h, --help     this text`

const kinds = {
  signing: {
    file: 'signing.jwk.json',
    alg: 'ES256',
    make: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  },
  client: {
    file: 'client.jwk.json',
    alg: 'RS256',
    make: () => generateKeyPairSync('rsa', { modulusLength: 3072 }),
  },
} as const

/** Makes keys: `krr key new`. */
export const keyCommand: Command = {
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { for: { type: 'string' }, out: { type: 'string' } },
    })
    const kind = values.for === 'signing' || values.for === 'client' ? values.for : undefined
    if (positionals.join(' ') !== 'new' || kind === undefined) {
      throw new ConfigurationError(['krr key takes new, and --for signing or --for client'])
    }
    const { file, alg, make } = kinds[kind]
    const path = values.out ?? file
    const { privateKey, publicKey } = make()
    const { calculateJwkThumbprint } = await import('jose')
    const exported = publicKey.export({ format: 'jwk' }) as JWK
    const kid = await calculateJwkThumbprint(exported)
    const named = { kid, use: 'sig', alg }
    const jwk = { ...privateKey.export({ format: 'jwk' }), ...named }
    await writeNew(path, `${JSON.stringify(jwk, undefined, 2)}\n`)
    terminal.out(
      `${path}: a private key, readable by you alone; no copy of it belongs into git or a log`,
    )
    terminal.out(`thumbprint ${kid}`)
    if (kind === 'client') {
      terminal.out('Register this public key with the client:')
      terminal.out(JSON.stringify({ keys: [{ ...exported, ...named }] }))
      terminal.out(`Then set KRR_<NAME>_CLIENT_JWK=${path}`)
    } else {
      terminal.out(`Set KRR_SIGNING_JWK=${path}. Where it takes the place of another key, name the`)
      terminal.out('thumbprint of that one under keys in gate.policy.yaml, beside this one.')
    }
    return exitCodes.conformant
  },
}

const writeNew = async (path: string, text: string): Promise<void> => {
  try {
    await writeFile(path, text, { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'
    throw new ConfigurationError(
      [
        code === 'EEXIST'
          ? `--out must name no file that is there, but ${path} is: a key is never replaced; give another name`
          : `--out must be a file that can be written, but ${path} cannot be (${code})`,
      ],
      { cause },
    )
  }
}
