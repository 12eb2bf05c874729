import type { PersonaName } from '../../config/environment.ts'
import { isPersonidentifikator, isSynthetic } from '../../config/personidentifikator.ts'
import { type Line, ok } from '../line.ts'

/** The people that an environment is configured with. */
export interface TestUsers {
  readonly pidKey: string
  readonly pid: string | undefined
  readonly personas: readonly PersonaName[]
  readonly expectKey: string
  /** What the main test user is taken to have. */
  readonly expect: readonly string[]
  readonly production: boolean
}

/** Who is configured. A number that may not be used has its sentence from the configuration. */
export const testUsers = (users: TestUsers): readonly Line[] => {
  const { pidKey, pid, personas, expectKey, expect, production } = users
  const further =
    personas.length === 0
      ? 'no further test users: rules about other states are not applicable'
      : `further test users: ${personas.join(', ')}`
  const has = ok(
    expectKey,
    `the person is taken to have ${expect.join(', ')}: without one of them the run deviates`,
  )
  if (pid === undefined) return [ok(pidKey, 'the person is the one who logs in'), has]
  const kind = isSynthetic(pid) ? 'synthetic' : 'not synthetic'
  const digits = isPersonidentifikator(pid)
    ? 'its control digits fit'
    : 'its control digits do not fit'
  return [
    ok(pidKey, production ? digits : `${kind}, ${digits}`),
    has,
    ok(`${pidKey}_<PERSONA>`, further),
  ]
}
