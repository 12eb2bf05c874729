import { alwaysMembers, hasScope, isPresent } from '../../evidence/person-members.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { DIGDIR_CLIENT, DIGDIR_POSTMAN, OPPSLAGSTJENESTEN_REST } from '../sources.ts'

/** Digdir's own tests and client take the three for granted in every answer. */
export const readScopesYieldTheBaseMembers: Rule<PersonReading> = {
  id: 'KRR-SCOPE-001',
  title: 'Any read scope yields personidentifikator, reservasjon and status',
  level: 'MUST',
  basis: 'observed',
  citations: [
    { source: DIGDIR_POSTMAN, section: 'Kontaktinfo-oAuth2-server.json' },
    { source: DIGDIR_CLIENT, section: 'PersonResource' },
    {
      source: OPPSLAGSTJENESTEN_REST,
      section: 'Tilgjenglige scopes',
      quote: 'Det vil alltid returneres reservasjonsstatus for brukeren.',
    },
  ],

  notApplicable: (reading) =>
    hasScope(reading, 'krr:user/kontaktinformasjon.read') ||
    hasScope(reading, 'krr:user/digitalpost.read')
      ? undefined
      : 'no read scope was granted',

  *check({ person }) {
    for (const member of alwaysMembers.filter((name) => !isPresent(person, name))) {
      yield { at: `/${member}`, expected: 'present', actual: orAbsent(person[member]) }
    }
  },
}
