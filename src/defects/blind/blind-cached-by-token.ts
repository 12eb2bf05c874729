import type { DefectAt } from '../defect.ts'
import { memoryOf } from '../memory.ts'

interface Seen {
  /** Languages as each token read them first. */
  readonly byToken: Map<string, string>
  /** Tokens that changed something read the register from then on. */
  readonly writers: Set<string>
}

const seen = memoryOf((): Seen => ({ byToken: new Map(), writers: new Set() }))

export const blindCachedByToken: DefectAt<'personDocument'> = {
  id: 'DEF-PATCH-BLIND-CACHED-BY-TOKEN',
  title: 'a token without spraak.write keeps reading the language that it read first',
  family: 'written blind',
  violates: ['KRR-PATCH-003'],
  alsoTrips: ['KRR-SCOPE-006'],
  seam: 'personDocument',
  inject: (person, { claims, people, scopes }) => {
    const language = person['spraak']
    if (typeof language !== 'string' || scopes.includes('krr:user/spraak.write')) return person
    const { byToken } = seen(people)
    const token = String(claims['jti'])
    const first = byToken.get(token) ?? language
    byToken.set(token, first)
    return { ...person, spraak: first }
  },
}
