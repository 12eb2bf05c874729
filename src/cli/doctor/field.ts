import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { completeEmbedded } from '../../config/embedded.ts'
import type { Environment, RunSettings } from '../../config/environment.ts'
import { loadConfiguration } from '../../config/load.ts'
import { differences, type FieldRecord } from '../../doctor/field/facts.ts'
import { type FieldReport, fieldPage } from '../../doctor/field/page.ts'
import { recordField } from '../../doctor/field/record.ts'
import { settledBy } from '../../doctor/field/unknowns.ts'
import { asConfigured } from '../../run/started-reference.ts'
import { userAgent } from '../../run/version.ts'
import { openSend } from '../one-environment.ts'

const file = 'field.json'

/**
 * Logs in at the environment and at a reference of its own, and writes what the first met and in what they differ.
 * @throws ConfigurationError where the login cannot be recorded
 * @throws EvidenceUnavailableError where one does not come about
 */
export const recordFieldOf = async (
  env: string | undefined,
): Promise<{ readonly report: FieldReport; readonly folder: string }> => {
  const { environments, settings } = loadConfiguration({ argv: { env } })
  const [configured, ...others] = environments
  if (configured === undefined || others.length > 0)
    throw new ConfigurationError(['--login takes one environment: give it as --env NAME'])
  if (configured.kind === 'unusable') throw new ConfigurationError(configured.problems)
  const reference = await referenceRecord(settings)
  const own =
    configured.kind === 'ready'
      ? await recordOf(requireTest(configured.environment), settings)
      : reference
  const report: FieldReport = {
    ...own,
    settled: settledBy(own),
    differences: differences(own, reference),
  }
  const folder = join(settings.reportDir, own.environment)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, file), `${JSON.stringify(report, null, 2)}\n`)
  writeFileSync(join(folder, 'field.html'), fieldPage(report))
  return { report, folder }
}

const requireTest = (environment: Environment): Environment => {
  const { production, login, keyName } = environment
  if (!production && login !== 'operator') return environment
  throw new ConfigurationError([
    `KRR_${keyName}_LOGIN must be testid, minid or headless for a field record, and not production: what a person meets in a login of their own is not recorded`,
  ])
}

const recordOf = async (environment: Environment, settings: RunSettings): Promise<FieldRecord> => {
  const { send, close } = openSend({ environment, settings })
  try {
    return await recordField({
      environment,
      settings,
      send,
      userAgent: userAgent(settings.contact),
    })
  } finally {
    await close()
  }
}

/** The same login at a reference environment that lives as long. */
const referenceRecord = async (settings: RunSettings): Promise<FieldRecord> => {
  const [configured] = loadConfiguration({ env: {}, argv: { env: 'reference' } }).environments
  if (configured?.kind !== 'embedded') throw new ConfigurationError(['the reference cannot start'])
  const { startReference } = await import('../../reference/start.ts')
  const reference = await startReference()
  try {
    return await recordOf(completeEmbedded(configured.overrides, asConfigured(reference)), settings)
  } finally {
    await reference.stop()
  }
}

/**
 * The record that was written for an environment.
 * @throws ConfigurationError where there is none that can be read
 */
export const readFieldReport = (env: string): FieldReport => {
  const { settings } = loadConfiguration({ argv: { env } })
  const path = join(settings.reportDir, env, file)
  const missing = `${path} is no field record; make one by npm run krr -- doctor --env ${env} --login`
  try {
    const report = JSON.parse(readFileSync(path, 'utf8')) as FieldReport
    if (report.schemaVersion !== 1 || !Array.isArray(report.differences)) throw new Error(missing)
    return report
  } catch {
    throw new ConfigurationError([missing])
  }
}
