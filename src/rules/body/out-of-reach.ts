import type { JsonObject } from '../../evidence/json.ts'

/** Why the person can be notified in no case, in words, or undefined where nothing says so. */
export const outOfReach = (person: JsonObject): string | undefined => {
  if (person['status'] === 'SLETTET') return 'status is SLETTET'
  if (person['status'] === 'IKKE_REGISTRERT') return 'status is IKKE_REGISTRERT'
  return person['reservasjon'] === 'JA' ? 'reservasjon is JA' : undefined
}
