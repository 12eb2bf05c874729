import { BEGREP_PERSON } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const begrepPerson: PageOfSentences = {
  source: BEGREP_PERSON,
  sentences: [
    {
      id: 'PERS-001',
      section: 'Attributer',
      paraphrase:
        'personidentifikator is there once; reservasjon, status, varslingsstatus, Kontaktinformasjon, SikkerDigitalPostAdresse and X509Sertifikat at most once',
      rules: ['KRR-SCOPE-001', 'KRR-BODY-001', 'KRR-BODY-020', 'KRR-BODY-023'],
    },
    {
      id: 'PERS-002',
      section: 'Kodeverk for status',
      quote: 'Ved AKTIV levers alle felter på Person ut.',
      rules: ['KRR-SCOPE-002', 'KRR-SCOPE-004'],
      except: 'fields that the test user has no value for',
    },
    {
      id: 'PERS-003',
      section: 'Kodeverk for status',
      quote:
        'Ved SLETTET og IKKE_REGISTRERT har ikke registeret informasjon om Kontaktinfo eller PostkasseInfo eller Sertifikat, og vil ikke kunne levere ut disse elementene selv om det er spesifisert i informasjonsbehov fra Offentlig virksomhet.',
      rules: ['KRR-BODY-008'],
    },
    {
      id: 'PERS-004',
      section: 'Kodeverk for status',
      quote: 'For oppslag av Person(er) er alle statuskoder relevante.',
      rules: ['KRR-BODY-004'],
    },
    {
      id: 'PERS-005',
      section: 'Kodeverk for status',
      quote: 'For oppslag på endringer er kun status AKTIV og SLETTET relevant.',
      notTested: 'out of scope',
      why: 'it is of another method',
    },
    {
      id: 'PERS-006',
      section: 'varslingsstatus',
      quote:
        'Ved å angi informasjonsbehov VarslingsStatus vil varslingstatus bli lagt på Person i responsen.',
      rules: ['KRR-SCOPE-002'],
    },
    {
      id: 'PERS-007',
      section: 'varslingsstatus',
      quote:
        'Ved verdi KAN_IKKE_VARSLES på varslingstatus vil elementene Kontaktinformasjon, SikkerDigitalPostAdresse og X509Sertifikat filtreres bort og dermed ikke være med i responsen.',
      rules: ['KRR-SCOPE-006', 'KRR-BODY-011'],
      except: 'it contradicts AGE-006: either reading is accepted, and the one met is reported',
    },
    {
      id: 'PERS-008',
      section: 'varslingsstatus',
      quote:
        'Dersom varslingsstatus er lik KAN_VARSLES vil disse elementene være inkludert i responsen.',
      rules: ['KRR-SCOPE-002', 'KRR-SCOPE-004', 'KRR-BODY-024'],
    },
    {
      id: 'PERS-009',
      section: 'varslingsstatus',
      quote:
        'varslingsstatus elementet vil ikke bli lagt på Person i responsen om det ikke er etterspurt i requesten ved å legge inn informasjonsbehov “VarslingsStatus”.',
      rules: ['KRR-SCOPE-011'],
    },
    {
      id: 'PERS-010',
      section: 'varslingsstatus',
      paraphrase:
        'without VarslingsStatus asked for, contact information, mailbox and certificate are given out whatever their age',
      rules: ['KRR-SCOPE-006'],
    },
    {
      id: 'PERS-011',
      section: 'Xml eksempler',
      paraphrase: 'a sample shows a person who is reserved (JA) and KAN_VARSLES',
      notTested: 'ambiguous',
      why: 'the sample contradicts the code list, which KRR-BODY-010 goes by',
    },
  ],
}
