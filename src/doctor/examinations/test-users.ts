import type { PersonaName } from '../../config/environment.ts'
import { isPersonidentifikator, isSynthetic } from '../../config/personidentifikator.ts'
import { type Line, ok } from '../line.ts'

/** The people that an environment is configured with. */
export interface TestUsers {
  readonly pidKey: string
  readonly pid: string | undefined
  readonly personas: readonly PersonaName[]
  readonly production: boolean
}

/** Who is configured. A number that may not be used has its sentence from the configuration. */
export const testUsers = ({ pidKey, pid, personas, production }: TestUsers): readonly Line[] => {
  const further =
    personas.length === 0
      ? 'no further test users: rules about other states are not applicable'
      : `further test users: ${personas.join(', ')}`
  if (pid === undefined) return [ok(pidKey, 'the person is the one who logs in')]
  const kind = isSynthetic(pid) ? 'synthetic' : 'not synthetic'
  const digits = isPersonidentifikator(pid)
    ? 'its control digits fit'
    : 'its control digits do not fit'
  return [
    ok(pidKey, production ? digits : `${kind}, ${digits}`),
    ok(`${pidKey}_<PERSONA>`, further),
  ]
}
