import type { PageOfSentences } from '../sentence.ts'
import { KRR_BRUKERPROFIL } from '../sources.ts'

export const krrBrukerprofil: PageOfSentences = {
  source: KRR_BRUKERPROFIL,
  sentences: [
    {
      id: 'PROF-001',
      section: 'Introduksjon',
      quote:
        'For at innbygger skal holde sine kontaktopplysninger i KRR oppdatert, vil de hver 90ende dag måtte bekrefte opplysningene ved innlogging gjennom ID-porten.',
      notTested: 'out of scope',
      why: 'a page of the login: passed by, or confirmed where writing is allowed',
    },
    {
      id: 'PROF-002',
      section: 'API-tilgang',
      quote:
        'Det vil forhåpentligvis snart bli mulig for utvalgte virksomheter å selv endre mobil/epost direkte i Kontaktregisteret, via API-kall.',
      rules: ['KRR-PATCH-010'],
    },
    {
      id: 'PROF-003',
      section: 'API-tilgang',
      quote:
        'endringene skjer i det nasjonale kontaktregisteret og gjelder ikke kun hos den enkelte etat',
      notTested: 'out of scope',
      why: 'what a customer tells its users',
    },
  ],
}
