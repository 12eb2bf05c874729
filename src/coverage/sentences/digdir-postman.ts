import { DIGDIR_POSTMAN } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const digdirPostman: PageOfSentences = {
  source: DIGDIR_POSTMAN,
  sentences: [
    {
      id: 'TEST-001',
      section: 'Kontaktinfo-oAuth2-server.json',
      paraphrase: 'a GET without an Accept of its own is answered with JSON',
      rules: ['KRR-NEG-004'],
    },
    {
      id: 'TEST-002',
      section: 'Kontaktinfo-oAuth2-server.json',
      paraphrase: 'a 200 has personidentifikator, reservasjon and status',
      rules: ['KRR-SCOPE-001'],
    },
    {
      id: 'TEST-003',
      section: 'Kontaktinfo-oAuth2-server.json',
      paraphrase: 'personidentifikator is that of who logged in',
      rules: ['KRR-BODY-002'],
    },
    {
      id: 'TEST-004',
      section: 'Kontaktinfo-oAuth2-server.json',
      paraphrase: 'the person has spraak, epostadresse and epostadresse_oppdatert',
      rules: ['KRR-SCOPE-002', 'KRR-BODY-014'],
    },
    {
      id: 'TEST-005',
      section: 'Kontaktinfo-oAuth2-server.json',
      paraphrase: 'a PATCH of the language is answered with 204',
      rules: ['KRR-PATCH-001', 'KRR-PATCH-002'],
    },
    {
      id: 'TEST-006',
      section: 'Kontaktinfo-oAuth2-server.json',
      paraphrase: 'the next lookup shows the new language',
      rules: ['KRR-PATCH-003'],
    },
    {
      id: 'TEST-007',
      section: 'Kontaktinfo-oAuth2-server.json',
      paraphrase: 'the address is asked with a slash at its end, and answers 200',
      rules: ['KRR-HTTP-008'],
      except: 'that it must: of the platform before this one',
    },
    {
      id: 'TEST-008',
      section: 'printSertifikat',
      quote: 'pm.expect(jsonData.x509Sertifikat).to.eql("MIIDXTCCAkWgAwIBAgIJAOyYwbdZq9oMMA0G',
      rules: ['KRR-BODY-016'],
    },
  ],
}
