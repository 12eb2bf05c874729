import { type Front, type Handling, openFront } from '../../reference/front.fixture.ts'
import type { ReferenceShared } from '../../reference/start.ts'
import type { Fault } from './faults.fixture.ts'
import type { Variables } from './krr-process.fixture.ts'
import { type OwnEnvironment, startOwnEnvironment } from './own-environment.fixture.ts'
import type { Workspace } from './workspace.fixture.ts'

export interface FaultyEnvironment {
  readonly own: OwnEnvironment
  readonly settings: (further?: Variables) => Variables
  readonly stop: () => Promise<void>
}

const letPass: Handling = ({ pass }) => pass()

/** A reference environment that is in order, and a fault on the way to it. */
export const startFaulty = async (options: {
  readonly workspace: Workspace
  readonly name: string
  readonly shared: ReferenceShared
  readonly fault: Fault
  readonly hasSeveralHosts?: boolean
}): Promise<FaultyEnvironment> => {
  const { workspace, name, shared, fault, hasSeveralHosts } = options
  const fronts: Front[] = []
  const open = async (...parameters: Parameters<typeof openFront>): Promise<number> => {
    const front = await openFront(...parameters)
    fronts.push(front)
    return front.port
  }
  const own = await startOwnEnvironment({
    workspace,
    name,
    shared,
    ...(hasSeveralHosts === undefined ? {} : { hasSeveralHosts }),
    ...(fault.op === undefined
      ? {}
      : { opFront: (port) => open({ port, handle: fault.op ?? letPass }) }),
  })
  const { apiUrl, specUrl } = own.reference
  const identity = fault.tls === undefined ? shared.pki.tls : shared.pki.issueTls(fault.tls)
  const apiPort =
    fault.api === undefined && fault.tls === undefined
      ? Number(new URL(apiUrl).port)
      : await open({
          port: Number(new URL(apiUrl).port),
          handle: fault.api ?? letPass,
          tls: { identity, ca: shared.pki.caPem },
        })
  const at = (url: string) => Object.assign(new URL(url), { port: String(apiPort) }).href
  if (fault.isGone) await own.reference.stop()
  return {
    own,
    settings: (further = {}) =>
      own.settings({
        API_URL: at(apiUrl),
        SPEC_URL: at(specUrl),
        ...fault.addresses,
        ...further,
      }),
    stop: async () => {
      await Promise.all(fronts.map(({ close }) => close()))
      if (!fault.isGone) await own.reference.stop()
    },
  }
}
