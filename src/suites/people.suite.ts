import { type Persona, personas, representations } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import { allScopes } from '../krr/scope-combinations.ts'
import { judgeJws } from './jws-rules.ts'
import { once } from './once.ts'
import { judgePerson } from './person-rules.ts'
import { placeOf } from './places.ts'
import { contentOf, readingOf } from './readings.ts'
import { suite } from './suite.ts'

suite('people in special states', ({ world, at }) => {
  const { environment } = world.target
  for (const persona of personas.filter((name) => name !== 'MAIN')) {
    for (const representation of representations) {
      const asking = { scopes: allScopes, representation, persona }
      at(`${persona}, ${placeOf(asking)}`, (conforms) => {
        const content = once(async () => configured(persona) ?? contentOf(world, asking))
        const reading = once(async () => configured(persona) ?? readingOf(world, asking))

        judgePerson(conforms, content, reading)
        if (representation === 'application/jose') judgeJws(conforms, world, asking)
      })
    }
  }

  /** Throws where no such test user is configured, naming the key that would enable it. */
  const configured = (persona: Exclude<Persona, 'MAIN'>): undefined => {
    if (environment.personas[persona] !== undefined) return undefined
    throw new EvidenceUnavailableError(
      `no test user in this state: KRR_${environment.keyName}_PID_${persona} is not set`,
      { verdict: 'not-applicable' },
    )
  }
})
