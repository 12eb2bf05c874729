import type { Persona, PersonReading } from '../../evidence/person-reading.ts'

/**
 * Why somebody is not in the state that a rule is about. Where the test user is configured to be in it, the
 * reason says so: what was judged is then another person than was meant.
 */
export const notInState = (
  { expected }: Pick<PersonReading, 'expected'>,
  personas: readonly Persona[],
  reason: string,
): string =>
  personas.includes(expected.persona)
    ? `${reason}, though the test user is configured as ${expected.persona}`
    : reason
