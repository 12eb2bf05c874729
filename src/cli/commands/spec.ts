import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { ContractError } from '../../contract/contract-error.ts'
import { placeName } from '../../contract/place.ts'
import { isCheckout } from '../../contract/project-folder.ts'
import type { PullResult, pull } from '../../contract/pull.ts'
import { EvidenceUnavailableError, type Send } from '../../evidence/transport.ts'
import { type ExitCode, exitCodes } from '../../report/exit-code.ts'
import type { Command, Terminal } from '../command.ts'
import { oneEnvironment, openSend } from '../one-environment.ts'

const help = `Usage: npm run krr -- spec generate [--check]
       npm run krr -- spec pull --env NAME [--dry-run]

generate writes generated/ (types and validators) from specs/, and docs/rules.md and docs/weak.md from the rules.
pull     fetches the OpenAPI document that an environment publishes into specs/, shows what changes for
         the person resource, and regenerates. It may be OpenAPI 3 or Swagger 2, in JSON or YAML.
         The installed package writes it to specs/ of the folder that you are in, and goes on judging by its own.

Options
  --check      write nothing; exit 4 where something generated is stale
  --env NAME   the environment
  --dry-run    only show what would change
  -h, --help   this text`

/** The contract under specs/, and what is generated from it. */
export const specCommand: Command = {
  help,
  async run([subcommand, ...args], terminal) {
    try {
      if (subcommand === 'generate') return await runGenerate(args, terminal)
      if (subcommand === 'pull') return await runPull(args, terminal)
    } catch (error) {
      if (error instanceof ContractError) throw new ConfigurationError([error.message])
      throw error
    }
    const found = subcommand === undefined ? 'none' : `"${subcommand}"`
    throw new ConfigurationError([`krr spec takes "generate" or "pull", but has ${found}`])
  },
}

const runGenerate = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  if (!isCheckout())
    throw new ConfigurationError(['krr spec generate needs a checkout of krr-conformance'])
  const { values } = parseArgs({ args: [...args], options: { check: { type: 'boolean' } } })
  // Generators are loaded for this command alone: they would cost every other start.
  const { generate } = await import('../../contract/generate.ts')
  const { generateCatalogue } = await import('../generate-catalogue.ts')
  const check = values.check === true
  const files = [...(await generate({ check })), ...generateCatalogue({ check })]
  for (const { path, state } of files) terminal.out(`${path}: ${state}`)
  // This process has the rules that were listed when it was bundled. Another one has the new ones as well.
  if (files.some(({ path, state }) => path === 'generated/rules.ts' && state === 'written')) {
    const { execFileSync } = await import('node:child_process')
    const [, script = ''] = process.argv
    execFileSync(process.execPath, [script, 'spec', 'generate'], { stdio: 'inherit' })
    return exitCodes.conformant
  }
  if (files.every(({ state }) => state !== 'stale')) return exitCodes.conformant
  terminal.err('What is generated is not in step: run npm run generate and commit what it writes')
  return exitCodes.broken
}

const runPull = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  const { values } = parseArgs({
    args: [...args],
    options: { env: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  })
  const one = oneEnvironment('spec pull', { env: values.env })
  const { send, close } = openSend(one)
  try {
    return await pullInto(one.environment, send, terminal, values['dry-run'] === true)
  } catch (error) {
    if (!(error instanceof EvidenceUnavailableError)) throw error
    terminal.err(`Nothing was pulled: ${error.message}`)
    return exitCodes.inconclusive
  } finally {
    await close()
  }
}

const pullInto = async (
  environment: Parameters<typeof pull>[0],
  send: Send,
  terminal: Terminal,
  dryRun: boolean,
): Promise<ExitCode> => {
  const contract = await import('../../contract/pull.ts')
  const into = isCheckout() ? undefined : resolve('specs')
  const result = await contract.pull(environment, send, { dryRun, now: new Date(), into })
  for (const line of pullLines(result, dryRun, into)) terminal.out(shown(line))
  if (result.outcome === 'none') return exitCodes.inconclusive
  return result.outcome === 'unusable' ? exitCodes.deviating : exitCodes.conformant
}

/** What a person reads of a pull. */
export const pullLines = (
  result: PullResult,
  dryRun: boolean,
  into?: string,
): readonly string[] => {
  if (result.outcome === 'none') {
    return [`Nothing was pulled: no OpenAPI document was found: ${result.reason}`]
  }
  if (result.outcome === 'unusable') {
    return [
      'Nothing was pulled: what was found cannot take the place of the snapshot',
      ...result.problems.map(indented),
    ]
  }
  const { dialect, snapshot, isSame, changes, generated } = result
  const found = `${dialect} from ${snapshot.source}, sha256 ${snapshot.sha256}`
  if (isSame) return [found, 'It is the snapshot that is here already.']
  return [
    found,
    changes.length === 0
      ? 'Nothing changes for the person resource.'
      : 'What changes for the person resource:',
    ...changes.map(({ kind, place, how }) =>
      indented(`${kind.padEnd(8)}${placeName(place)}${how === '' ? '' : `: ${how}`}`),
    ),
    ...(dryRun
      ? ['Nothing was written (--dry-run).']
      : into === undefined
        ? [`Written: specs/${snapshot.document}, specs/source.json, specs/SOURCE.md`]
        : [
            `Written: ${into}/${snapshot.document}, ${into}/source.json`,
            'Runs go on by the contract of this package; a checkout of krr-conformance takes the document over.',
          ]),
    ...generated.map(({ path, state }) => `${path}: ${state}`),
  ]
}

// A document's names are somebody else's text: no control character of it reaches the terminal.
const shown = (line: string): string => line.replace(/\p{Cc}/gu, '?')

const indented = (line: string): string => `  ${line}`
