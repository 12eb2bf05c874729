import type { PageOfSentences } from '../sentence.ts'
import {
  BEGREP_EPOSTADRESSE_TYPE,
  BEGREP_KONTAKTINFORMASJON,
  BEGREP_MOBILTELEFONNUMMER_TYPE,
  BEGREP_SERTIFIKAT,
  BEGREP_SIKKER_DIGITAL_POST_ADRESSE,
} from '../sources.ts'

export const oppslagKontaktinformasjon: PageOfSentences = {
  source: BEGREP_KONTAKTINFORMASJON,
  sentences: [
    {
      id: 'CONT-001',
      section: 'Kontaktinformasjon',
      quote: 'Kontaktinformasjon for en Person er epostadresse og mobiltelefonnummer',
      rules: ['KRR-BODY-001', 'KRR-BODY-024'],
    },
    {
      id: 'CONT-002',
      section: 'Kontaktinformasjon',
      paraphrase: 'e-mail address and mobile number are each there at most once',
      rules: ['KRR-BODY-001', 'KRR-BODY-023'],
    },
  ],
}

export const oppslagEpostadresse: PageOfSentences = {
  source: BEGREP_EPOSTADRESSE_TYPE,
  sentences: [
    {
      id: 'MAILT-001',
      section: 'Epostadresse',
      paraphrase:
        'the address, when it was updated and when it was confirmed are each there at most once',
      rules: ['KRR-BODY-001', 'KRR-BODY-014'],
    },
  ],
}

export const oppslagMobiltelefonnummer: PageOfSentences = {
  source: BEGREP_MOBILTELEFONNUMMER_TYPE,
  sentences: [
    {
      id: 'MOBT-001',
      section: 'Mobiltelefonnummer',
      paraphrase:
        'the number, when it was updated and when it was confirmed are each there at most once',
      rules: ['KRR-BODY-001', 'KRR-BODY-014'],
    },
  ],
}

export const oppslagSertifikat: PageOfSentences = {
  source: BEGREP_SERTIFIKAT,
  sentences: [
    {
      id: 'CERT-001',
      section: 'Sertifikat',
      quote: 'Sertifikatet er Innbygger sitt krypteringssertifikat brukt i Sikker Digital Post.',
      rules: ['KRR-BODY-015', 'KRR-BODY-017'],
    },
  ],
}

export const oppslagSikkerDigitalPostAdresse: PageOfSentences = {
  source: BEGREP_SIKKER_DIGITAL_POST_ADRESSE,
  sentences: [
    {
      id: 'SDP-001',
      section: 'SikkerDigitalPostAdresse',
      quote: 'SikkerDigitalPostAdresse er Innbygger sin adresse til Postkassen.',
      rules: ['KRR-SCOPE-004'],
    },
    {
      id: 'SDP-002',
      section: 'SikkerDigitalPostAdresse',
      quote: 'Det inneholder nok informasjon til å adresse post til Innbygger sin postkasse.',
      rules: ['KRR-BODY-001', 'KRR-BODY-017'],
    },
    {
      id: 'SDP-003',
      section: 'SikkerDigitalPostAdresse',
      paraphrase: 'the mailbox’s address and the provider’s are each there exactly once',
      rules: ['KRR-BODY-001'],
    },
  ],
}
