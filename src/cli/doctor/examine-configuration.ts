import type { BrowserKind } from '../../browser/find-browser.ts'
import { ConfigurationError } from '../../config/configuration-error.ts'
import type { ConfiguredEnvironment } from '../../config/configured-environment.ts'
import { completeEmbedded } from '../../config/embedded.ts'
import type { Environment, RunSettings } from '../../config/environment.ts'
import { type LoadedConfiguration, type LoadOptions, loadConfiguration } from '../../config/load.ts'
import { environmentKeys } from '../../config/settings.ts'
import { writing } from '../../doctor/examinations/api.ts'
import {
  configurationProblems,
  configurationWarnings,
  operatorCanLogIn,
  rightSettings,
} from '../../doctor/examinations/machine.ts'
import { examineEnvironment } from '../../doctor/examine-environment.ts'
import { examineFolders } from '../../doctor/examine-machine.ts'
import type { Chapter, Line } from '../../doctor/line.ts'
import { surroundingsOf } from '../../login/driver-for.ts'
import { type Operator, type OperatorWay, operatorWay } from '../../login/operator/operator.ts'
import { isLoopbackUrl } from '../../oidc/own-hosts.ts'
import { checkWritable } from '../../report/write.ts'
import { openJournal } from '../../run/journal.ts'
import { asConfigured } from '../../run/started-reference.ts'
import { openSend } from '../one-environment.ts'

/** Loads the configuration and examines it; one that cannot be loaded has its problems as the only chapter. */
export const examineSetUp = async (
  options: LoadOptions,
  operator?: Operator,
): Promise<readonly Chapter[]> => {
  try {
    return await examineConfiguration(loadConfiguration(options), operator)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return [{ title: 'this machine', lines: configurationProblems(error.problems) }]
  }
}

/** Examines what was loaded: the run's own chapter first, then the environments side by side. */
const examineConfiguration = async (
  configuration: LoadedConfiguration,
  operator: Operator | undefined,
): Promise<readonly Chapter[]> => {
  const { environments, settings, warnings } = configuration
  const given = configuration.given()
  const ownSettings = given.filter(({ environment }) => environment === undefined)
  const way = operatorWay(surroundingsOf(settings, operator))
  const kinds = environments.map((configured) => browserOf(configured, way))
  const [folders, ...chapters] = await Promise.all([
    examineFolders({
      settings,
      checkWritable,
      browser: kinds.find((kind) => kind === 'with a window') ?? kinds.find((kind) => kind),
    }),
    ...environments.map(async (configured): Promise<Chapter> => {
      const title = nameOf(configured)
      const problems =
        configured.kind === 'unusable' ? configurationProblems(configured.problems) : []
      const own = given.filter(({ environment }) => environment === title)
      const further = configured.kind === 'unusable' ? [] : await examine(configured, settings, way)
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

/** The browser that logins need: the one with a window starts without one too. */
const browserOf = (
  configured: ConfiguredEnvironment,
  way: OperatorWay | undefined,
): BrowserKind | undefined => {
  if (configured.kind === 'unusable') return undefined
  const login =
    configured.kind === 'ready'
      ? configured.environment.login
      : (configured.overrides.layers.given.LOGIN ?? 'testid')
  if (login === 'headless') return undefined
  if (login !== 'operator') return 'any'
  return way === 'window' ? 'with a window' : undefined
}

const examine = async (
  configured: Usable,
  settings: RunSettings,
  way: OperatorWay | undefined,
): Promise<readonly Line[]> => {
  if (configured.kind === 'ready') return examineReady(configured.environment, settings, way)
  const { startReference } = await import('../../reference/start.ts')
  const reference = await startReference()
  try {
    const environment = completeEmbedded(configured.overrides, asConfigured(reference))
    return await examineReady(environment, settings, way)
  } finally {
    await reference.stop()
  }
}

const examineReady = async (
  environment: Environment,
  settings: RunSettings,
  way: OperatorWay | undefined,
): Promise<readonly Line[]> => {
  const { send, close } = openSend({ environment, settings })
  const { name, writeRefusal } = environment
  try {
    return [
      ...(await examineEnvironment({ environment, settings, send })),
      ...examineOperator(environment, way),
      ...writing({
        allowKey: environmentKeys(name).ALLOW_WRITE,
        environment: name,
        refusal: writeRefusal,
        production: environment.production,
        isJournalLeft: openJournal(settings.stateDir, environment).read() !== undefined,
      }),
    ]
  } finally {
    await close()
  }
}

const examineOperator = (
  { name, login, redirectUri }: Environment,
  way: OperatorWay | undefined,
): readonly Line[] => {
  if (login !== 'operator') return []
  const { LOGIN: loginKey, REDIRECT_URI: redirectKey } = environmentKeys(name)
  return operatorCanLogIn({
    loginKey,
    redirectKey,
    redirectUri,
    isLoopback: isLoopbackUrl(redirectUri),
    way,
  })
}
