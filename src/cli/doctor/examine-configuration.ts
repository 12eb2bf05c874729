import { ConfigurationError } from '../../config/configuration-error.ts'
import type { ConfiguredEnvironment } from '../../config/configured-environment.ts'
import { completeEmbedded } from '../../config/embedded.ts'
import type { Environment, RunSettings } from '../../config/environment.ts'
import { type LoadedConfiguration, type LoadOptions, loadConfiguration } from '../../config/load.ts'
import { environmentKeys } from '../../config/settings.ts'
import {
  configurationProblems,
  configurationWarnings,
  rightSettings,
} from '../../doctor/examinations/settings.ts'
import { writing } from '../../doctor/examinations/writing.ts'
import { examineEnvironment } from '../../doctor/examine-environment.ts'
import { examineFolders } from '../../doctor/examine-machine.ts'
import type { Chapter, Line } from '../../doctor/line.ts'
import { checkWritable } from '../../report/write.ts'
import { openJournal } from '../../run/journal.ts'
import { asConfigured } from '../../run/started-reference.ts'
import { openSend } from '../open-send.ts'

/** Loads the configuration and examines it; one that cannot be loaded has its problems as the only chapter. */
export const examineSetUp = async (options: LoadOptions): Promise<readonly Chapter[]> => {
  try {
    return await examineConfiguration(loadConfiguration(options))
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return [{ title: 'this machine', lines: configurationProblems(error.problems) }]
  }
}

/** Examines what was loaded: the run's own chapter first, then the environments side by side. */
const examineConfiguration = async (
  configuration: LoadedConfiguration,
): Promise<readonly Chapter[]> => {
  const { environments, settings, warnings } = configuration
  const given = configuration.given()
  const ownSettings = given.filter(({ environment }) => environment === undefined)
  const [folders, ...chapters] = await Promise.all([
    examineFolders({
      settings,
      checkWritable,
      needsBrowser: environments.some(needsBrowser),
    }),
    ...environments.map(async (configured): Promise<Chapter> => {
      const title = nameOf(configured)
      const problems =
        configured.kind === 'unusable' ? configurationProblems(configured.problems) : []
      const own = given.filter(({ environment }) => environment === title)
      const further = configured.kind === 'unusable' ? [] : await examine(configured, settings)
      return { title, lines: [...rightSettings(own, problems), ...problems, ...further] }
    }),
  ])
  const lines = [
    ...rightSettings(ownSettings, []).filter(({ key }) => key !== 'KRR_REPORT_DIR'),
    ...folders,
    ...configurationWarnings(warnings),
  ]
  return [{ title: 'this machine', lines }, ...chapters]
}

type Usable = Exclude<ConfiguredEnvironment, { kind: 'unusable' }>

const nameOf = (configured: ConfiguredEnvironment): string =>
  configured.kind === 'ready' ? configured.environment.name : configured.name

const needsBrowser = (configured: ConfiguredEnvironment): boolean => {
  if (configured.kind !== 'ready') {
    return configured.kind === 'embedded' && configured.overrides.layers.given.LOGIN !== 'headless'
  }
  return configured.environment.login !== 'headless'
}

const examine = async (configured: Usable, settings: RunSettings): Promise<readonly Line[]> => {
  if (configured.kind === 'ready') return examineReady(configured.environment, settings)
  const { startReference } = await import('../../reference/start.ts')
  const reference = await startReference()
  try {
    const environment = completeEmbedded(configured.overrides, asConfigured(reference))
    return await examineReady(environment, settings)
  } finally {
    await reference.stop()
  }
}

const examineReady = async (
  environment: Environment,
  settings: RunSettings,
): Promise<readonly Line[]> => {
  const { send, close } = openSend({ environment, settings })
  const { name, writeRefusal } = environment
  try {
    return [
      ...(await examineEnvironment({ environment, settings, send })),
      ...writing({
        allowKey: environmentKeys(name).ALLOW_WRITE,
        environment: name,
        refusal: writeRefusal,
        isJournalLeft: openJournal(settings.stateDir, environment).read() !== undefined,
      }),
    ]
  } finally {
    await close()
  }
}
