import {
  BEGREP_EPOSTADRESSE,
  BEGREP_MOBILTELEFONNUMMER,
  BEGREP_POSTKASSELEVERANDOERADRESSE,
  BEGREP_SPRAAK,
  BEGREP_X509_SERTIFIKAT,
} from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'
import {
  BEGREP_INFORMASJONSBEHOV,
  BEGREP_PERSONIDENTIFIKATOR,
  BEGREP_POSTKASSEADRESSE,
  BEGREP_RESERVASJON,
  BEGREP_SIST_OPPDATERT,
  BEGREP_SIST_VERIFISERT,
  BEGREP_VARSLINGSSTATUS,
} from '../sources.ts'

export const fellesPersonidentifikator: PageOfSentences = {
  source: BEGREP_PERSONIDENTIFIKATOR,
  sentences: [
    {
      id: 'PID-001',
      section: 'personidentifikator',
      quote: 'personidentifikator er enten et fødselsnummer eller et gyldig D-nummer.',
      rules: ['KRR-BODY-003'],
    },
  ],
}

export const fellesReservasjon: PageOfSentences = {
  source: BEGREP_RESERVASJON,
  sentences: [
    { id: 'RES-001', section: 'reservasjon', quote: 'JA ; NEI', rules: ['KRR-BODY-004'] },
    {
      id: 'RES-002',
      section: 'reservasjon',
      quote: 'Standardverdi | NEI',
      rules: ['KRR-SCOPE-001'],
      except: 'what it is for whom: only the register knows who declared nothing',
    },
  ],
}

export const fellesSpraak: PageOfSentences = {
  source: BEGREP_SPRAAK,
  sentences: [
    {
      id: 'LANG-001',
      section: 'spraak',
      quote: 'Språkkode angitt etter ISO 639-1',
      rules: ['KRR-BODY-005'],
    },
  ],
}

export const fellesVarslingsstatus: PageOfSentences = {
  source: BEGREP_VARSLINGSSTATUS,
  sentences: [
    {
      id: 'NOTE-001',
      section: 'varslingsstatus',
      quote:
        'varslingsstatus gir en tekstlig beskrivelse av om bruker har utgått kontaktinformasjon eller ikke, ihht eForvaltningsforskriftens §32 andre ledd.',
      rules: ['KRR-BODY-004', 'KRR-BODY-011'],
      except: 'whether the law would call it so',
    },
  ],
}

export const fellesEpostadresse: PageOfSentences = {
  source: BEGREP_EPOSTADRESSE,
  sentences: [
    {
      id: 'MAIL-001',
      section: 'epostadresse',
      quote: 'epostadresse er maks 50 tegn lang.',
      rules: ['KRR-BODY-012'],
    },
    {
      id: 'MAIL-002',
      section: 'epostadresse',
      quote: 'Formatreglene for epostadresse er styrt av flere RFC fra IETF, blant annet: RFC2822.',
      rules: ['KRR-BODY-012'],
    },
    {
      id: 'MAIL-003',
      section: 'epostadresse',
      quote:
        'Digital kontaktregister bruker pr. dags. dato Apache Commons Validator sin e-postadresse validator for å realisere formatreglene for epostadresse.',
      rules: ['KRR-BODY-012'],
      except: 'the very validator',
    },
  ],
}

export const fellesMobiltelefonnummer: PageOfSentences = {
  source: BEGREP_MOBILTELEFONNUMMER,
  sentences: [
    {
      id: 'MOB-001',
      section: 'Mobiltelefonnummer',
      quote: '"^\\\\+?[- _0-9]+$"',
      rules: ['KRR-BODY-013'],
    },
    {
      id: 'MOB-002',
      section: 'Mobiltelefonnummer',
      quote: 'Minimum lengde : 8',
      rules: ['KRR-BODY-013'],
    },
    {
      id: 'MOB-003',
      section: 'Mobiltelefonnummer',
      quote: 'Maximum lengde : 20',
      rules: ['KRR-BODY-013'],
    },
    {
      id: 'MOB-004',
      section: 'Mobiltelefonnummer',
      quote: 'Tillatte tegn: 0-9 og eventuelt + som første karakter',
      notTested: 'ambiguous',
      why: 'the pattern beside it also allows spaces, hyphens and underscores',
    },
    {
      id: 'MOB-005',
      section: 'Mobiltelefonnummer',
      quote: 'nummeret starter på 0047,+47 eller er på 8 tegn',
      notTested: 'ambiguous',
      why: 'the page’s own sample, 12121212, breaks what follows for such numbers',
    },
    {
      id: 'MOB-006',
      section: 'Mobiltelefonnummer',
      quote: 'første siffer (etter evt. landkode) er 9 eller 4',
      notTested: 'ambiguous',
      why: 'the page’s own sample, 12121212, breaks it',
    },
  ],
}

export const fellesPostkasseadresse: PageOfSentences = {
  source: BEGREP_POSTKASSEADRESSE,
  sentences: [
    {
      id: 'BOX-001',
      section: 'postkasseadresse',
      quote:
        'Dette er en unik adresse for en Person sin Postkasseadresse hos en Postkasseleverandør.',
      rules: ['KRR-SCOPE-004', 'KRR-BODY-001'],
      except: 'that no one else has it',
    },
    {
      id: 'BOX-002',
      section: 'postkasseadresse',
      quote: 'Enten digipost eller eboks.',
      rules: ['KRR-BODY-018'],
      except: 'that there are no other providers',
    },
  ],
}

export const fellesPostkasseleverandoerAdresse: PageOfSentences = {
  source: BEGREP_POSTKASSELEVERANDOERADRESSE,
  sentences: [
    {
      id: 'BOXP-001',
      section: 'postkasseleverandoerAdresse',
      quote: 'Adressen brukt for adressering er Organisasjonsnummeret for leverandører.',
      rules: ['KRR-BODY-018'],
    },
  ],
}

export const fellesSistOppdatert: PageOfSentences = {
  source: BEGREP_SIST_OPPDATERT,
  sentences: [
    {
      id: 'UPD-001',
      section: 'sistOppdatert',
      quote: 'Dato for når et objekt sist ble endret',
      rules: ['KRR-BODY-006', 'KRR-BODY-007', 'KRR-BODY-014'],
      except: 'that it is that moment',
    },
    {
      id: 'UPD-002',
      section: 'sistOppdatert',
      quote: 'Det gir ingen informasjon om hvilken endring som da ble utført.',
      notTested: 'out of scope',
      why: 'it promises nothing',
    },
  ],
}

export const fellesSistVerifisert: PageOfSentences = {
  source: BEGREP_SIST_VERIFISERT,
  sentences: [
    {
      id: 'VER-001',
      section: 'sistVerifisert',
      quote: 'Dato for når et objekt sist ble verifisert gyldig',
      rules: ['KRR-BODY-006', 'KRR-BODY-007'],
      except: 'that it is that moment',
    },
    {
      id: 'VER-002',
      section: 'sistVerifisert',
      quote:
        'F.eks for mobiltelefonnummer betyr dette at en SMS er sendt til mobilnummeret og SMSen er bekreftet mottatt av Person.',
      notTested: 'not observable from outside',
      why: 'nobody outside sees the message',
    },
  ],
}

export const fellesX509Sertifikat: PageOfSentences = {
  source: BEGREP_X509_SERTIFIKAT,
  sentences: [
    {
      id: 'X509-001',
      section: 'x509Sertifikat',
      quote: 'En datatype for base64 encoded X509 sertifikat.',
      rules: ['KRR-BODY-015', 'KRR-BODY-016'],
    },
    {
      id: 'X509-002',
      section: 'x509Sertifikat',
      quote:
        'Datatypen er den samme X509Certifiate i X509Data fra xml digital signature standarden.',
      rules: ['KRR-BODY-016'],
    },
  ],
}

export const fellesInformasjonsbehov: PageOfSentences = {
  source: BEGREP_INFORMASJONSBEHOV,
  sentences: [
    {
      id: 'NEED-001',
      section: 'informasjonsbehov',
      quote:
        'Person gir kun informasjon om Personen finnes i registeret og reservasjonsstatus. Person er implisitt og returneres alltid.',
      rules: ['KRR-SCOPE-001', 'KRR-SCOPE-007'],
    },
    {
      id: 'NEED-002',
      section: 'informasjonsbehov',
      quote:
        'Kontaktinfo gir informasjon om Person og Personers kontaktinformasjon, dvs epost-addresse og mobiltelefonnummer',
      rules: ['KRR-SCOPE-002'],
    },
    {
      id: 'NEED-003',
      section: 'informasjonsbehov',
      quote:
        'Sertifikat gir informasjon om Person sitt sertifikat som skal brukes i forbindelse med kryptering av Sikker Digital Post',
      rules: ['KRR-SCOPE-004'],
    },
    {
      id: 'NEED-004',
      section: 'informasjonsbehov',
      quote: 'SikkerDigitalPost gir informasjon om Person, postkasse og postkasseleverandøren.',
      rules: ['KRR-SCOPE-004'],
    },
    {
      id: 'NEED-005',
      section: 'informasjonsbehov',
      quote: 'Innbyggers foretrukne språk for kommunikasjon med det offentlige.',
      rules: ['KRR-SCOPE-002'],
    },
    {
      id: 'NEED-006',
      section: 'informasjonsbehov',
      paraphrase: 'scopes and information needs of the SOAP interface correspond one to one',
      notTested: 'ambiguous',
      why: 'it is older than the scopes of today, of which one stands for several needs',
    },
  ],
}
