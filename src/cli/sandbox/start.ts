import { ConfigurationError } from '../../config/configuration-error.ts'
import type { SandboxFile } from '../../config/sandbox-file.ts'
import type { JsonObject } from '../../reference/api/message.ts'
import type { PersonContext } from '../../reference/api/seams.ts'
import type { PassThrough } from '../../reference/seams.ts'
import {
  createShared,
  type ReferenceEnvironment,
  type ReferenceOptions,
  startReference,
} from '../../reference/start.ts'
import { asConfigured } from '../../run/started-reference.ts'
import { type Control, startControl } from './control.ts'
import { conflictsOf, createCatalogue, overlapsOf } from './faults.ts'
import type { KeptPki } from './kept.ts'
import type { SandboxPerson } from './people-file.ts'
import { createSwitchboard, type Switchboard } from './switchboard.ts'

export interface SandboxOptions
  extends Omit<ReferenceOptions, 'seams' | 'shared' | 'attendant' | 'scopes'> {
  /** The ids of what goes wrong from the start. */
  readonly faults?: readonly string[]
  /** 0 or nothing: any free port. */
  readonly controlPort?: number
  /** Registered beside the sandbox's own people. */
  readonly people?: readonly SandboxPerson[]
  /** Authorities of an earlier start. */
  readonly pki?: KeptPki | undefined
}

export interface Sandbox {
  readonly reference: ReferenceEnvironment
  readonly switchboard: Switchboard
  readonly control: Control
  /** For `sandbox.json`. */
  readonly configured: SandboxFile
  /** What to know of the faults that were asked for together. */
  readonly notes: readonly string[]
  readonly people: readonly SandboxPerson[]
  readonly pki: KeptPki
  readonly stop: () => Promise<void>
}

/**
 * Starts the reference environment with the faults that were asked for, and its control address.
 * @throws ConfigurationError where a fault is unknown, or two of them cannot be had together
 * @throws PortInUseError, DataFileError
 */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const { faults: asked = [], controlPort = 0, people = [], pki, ...own } = options
  const catalogue = createCatalogue()
  const faults = [...new Set(asked)].map(catalogue.find)
  const [conflict, ...others] = conflictsOf(faults)
  if (conflict !== undefined) throw new ConfigurationError([conflict, ...others])
  const switchboard = createSwitchboard(catalogue, faults)
  for (const { pid, faults: personal } of people)
    switchboard.setFor(pid, personal.map(catalogue.find))
  const shared = await createShared(pki)
  const { attendant } = switchboard
  const seams = showing(people, switchboard.seams)
  const unusual: ReferenceOptions = Object.assign({}, ...faults.map((fault) => fault.options))
  const reference = await startReference({
    answersTrailingSlash: true,
    ...own,
    ...unusual,
    shared,
    seams,
    attendant,
    furtherPeople: (certificate) => people.flatMap(({ record }) => record(certificate) ?? []),
  })
  try {
    const control = await startControl({
      port: controlPort,
      catalogue,
      switchboard,
      reference,
      people,
    })
    const configured = faults.reduce(
      (file, { configure }) => configure?.(file, shared) ?? file,
      asConfigured(reference),
    )
    return {
      reference,
      switchboard,
      control,
      configured: { ...configured, control: { url: control.url, token: control.token } },
      notes: overlapsOf(faults),
      people,
      pki: shared.pki.kept(),
      stop: async () => {
        await Promise.all([control.close(), reference.stop()])
      },
    }
  } catch (error) {
    await reference.stop()
    throw error
  }
}

/** Shows people of a file as their state says, before any fault. */
const showing =
  (people: readonly SandboxPerson[], next: PassThrough): PassThrough =>
  async (seam, value, context) => {
    if (seam !== 'personDocument') return next(seam, value, context)
    const { record } = context as PersonContext
    const { shown } = people.find(({ pid }) => pid === record?.personidentifikator) ?? {}
    const passed = shown?.(value as JsonObject, context as PersonContext) ?? value
    return next(seam, passed as typeof value, context)
  }
