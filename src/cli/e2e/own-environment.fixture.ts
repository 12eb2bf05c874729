import { afterAll, afterEach, beforeAll } from 'vitest'
import { keyNameOf } from '../../config/registry.ts'
import type { PersonRecord } from '../../reference/api/register.ts'
import type { Injections, PassThrough } from '../../reference/seams.ts'
import {
  type ReferenceEnvironment,
  type ReferenceOptions,
  startReference,
} from '../../reference/start.ts'
import { endProcesses, type Variables } from './krr-process.fixture.ts'
import type { Workspace } from './workspace.fixture.ts'

/** A reference environment in this process, that a run knows as one of the user's own. */
export interface OwnEnvironment {
  readonly name: string
  readonly reference: ReferenceEnvironment
  /** Replaces the faults that the environment has; none: it conforms. */
  readonly seed: (injections: Injections) => void
  /** The settings by which a run reaches it, `KRR_ENV` not among them. Logins are headless. */
  readonly settings: (further?: Variables) => Variables
  /** What the register holds of the main test user since the first PATCH. */
  readonly register: { record: PersonRecord | undefined }
  /** `PATCH <status>` for each unsafe request that came to the API, in order. */
  readonly unsafe: string[]
}

export interface OwnEnvironmentOptions extends Omit<ReferenceOptions, 'seams'> {
  readonly name?: string
  readonly workspace: Workspace
}

/**
 * One environment for all tests of a file. After each its processes have ended and it conforms again; after the last it
 * stops, and the workspace is removed.
 */
export const eachOnOwnEnvironment = (
  options: OwnEnvironmentOptions,
  onStarted: (environment: OwnEnvironment) => void,
): void => {
  let own: OwnEnvironment
  beforeAll(async () => {
    own = await startOwnEnvironment(options)
    onStarted(own)
  })
  afterEach(async () => {
    await endProcesses()
    own.seed({})
  })
  afterAll(async () => {
    await own.reference.stop()
    options.workspace.remove()
  })
}

export const startOwnEnvironment = async (
  options: OwnEnvironmentOptions,
): Promise<OwnEnvironment> => {
  const { name = 'mine', workspace, ...rest } = options
  let faults: Injections = {}
  const register: OwnEnvironment['register'] = { record: undefined }
  const unsafe: string[] = []
  const observe: Injections = {
    patchEffect: (record, { claims }) => {
      if (claims['pid'] === reference.people.MAIN.pid) register.record = record
      return record
    },
    response: (response, { request }) => {
      // RFC 9110, 9.2.1.
      if (!['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(request.method))
        unsafe.push(`${request.method} ${response.status}`)
      return response
    },
  }
  const seams: PassThrough = async (seam, value, context) => {
    const faulty = (await faults[seam]?.(value, context)) ?? value
    return (await observe[seam]?.(faulty, context)) ?? faulty
  }
  const reference = await startReference({ ...rest, seams })
  const ca = workspace.write(`${name}-ca.pem`, reference.caPem)
  const anchors = workspace.write(`${name}-anchors.pem`, reference.trustAnchorPem)
  const personas = Object.entries(reference.people).filter(
    ([persona]) => persona !== 'MAIN' && persona !== 'D_NUMBER',
  )
  const key = (setting: string) => `KRR_${keyNameOf(name)}_${setting}`
  return {
    name,
    reference,
    register,
    unsafe,
    seed(injections) {
      faults = injections
    },
    settings: (further = {}) => ({
      [key('API_URL')]: reference.apiUrl,
      [key('ISSUER')]: reference.issuer,
      [key('SPEC_URL')]: reference.specUrl,
      [key('CLIENT_ID')]: reference.client.id,
      [key('CLIENT_SECRET')]: reference.client.secret,
      [key('REDIRECT_URI')]: reference.redirectUri,
      ...(reference.loginHosts.length === 0
        ? {}
        : { [key('LOGIN_HOSTS')]: reference.loginHosts.join(',') }),
      [key('CA')]: ca,
      [key('TRUST_ANCHORS')]: anchors,
      [key('PID')]: reference.people.MAIN.pid,
      ...Object.fromEntries(personas.map(([persona, { pid }]) => [key(`PID_${persona}`), pid])),
      [key('ALLOW_WRITE')]: 'true',
      [key('LOGIN')]: 'headless',
      [key('MAX_REQUESTS_PER_SECOND')]: '1000',
      ...Object.fromEntries(
        Object.entries(further).map(([setting, value]) => [key(setting), value]),
      ),
    }),
  }
}
