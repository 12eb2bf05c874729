import { KRR_18MND } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const krr18Months: PageOfSentences = {
  source: KRR_18MND,
  sentences: [
    {
      id: 'AGE-001',
      section: '18-månedersregel',
      quote:
        'Dersom opplysninger om den enkelte i register over digital kontaktinformasjon og reservasjon ikke har blitt oppdatert eller bekreftet at er korrekte de siste 18 månedene, skal opplysningene ikke brukes til å varsle vedkommende etter § 8 tredje ledd.',
      notTested: 'out of scope',
      why: 'the duty of who sends notices',
    },
    {
      id: 'AGE-002',
      section: '18-månedersregel',
      quote:
        'Så lenge ett av datofeltene sistOppdatert eller sistVerifisert er nyere enn 18 mnd, kan kontaktinformasjonen brukes til varsling etter §8.',
      notTested: 'ambiguous',
      why: 'e-mail and mobile age apart, and which of them varslingsstatus goes by is not said',
    },
    {
      id: 'AGE-003',
      section: '18-månedersregel',
      quote:
        'Merk at datoene kan være forskjellig mellom mobil og epost, slik at for eksempel epost kan være utløpt, mens mobil fremdeles er aktivt.',
      notTested: 'ambiguous',
      why: 'what is given out then is not said',
    },
    {
      id: 'AGE-004',
      section: '18-månedersregel',
      quote: 'Varsling kan da ikke sendes til epost.',
      notTested: 'out of scope',
      why: 'the duty of who sends notices',
    },
    {
      id: 'AGE-005',
      section: '18-månedersregel',
      quote:
        'Samtidig kan kontaktinformasjon som er utløpt, fremdeles brukes til å sende servicemeldinger',
      notTested: 'out of scope',
      why: 'what others do with it',
    },
    {
      id: 'AGE-006',
      section: '18-månedersregel',
      quote:
        'Digitaliseringsdirektoratet kan derfor ikke la være å utlevere utløpt kontaktinformasjon gjennom Oppslagstjenesten.',
      rules: ['KRR-BODY-011'],
      except: 'it contradicts AGE-008: either reading is accepted, and the one met is reported',
    },
    {
      id: 'AGE-007',
      section: 'Informasjon "Varslingsstatus"',
      quote: 'VarslingsStatus angir om Person kan varsles ihht eForvaltningsforskriften §32.',
      rules: ['KRR-BODY-004', 'KRR-BODY-010'],
    },
    {
      id: 'AGE-008',
      section: 'Informasjon "Varslingsstatus"',
      quote:
        'Dette informasjonsbehovet trigger filtrering i Oppslagstjenesten, dvs. Kontaktinformasjon, Sertifikat og SikkerDigitalPost på personer med utgått kontaktinformasjon vil ikke bli utlevert.',
      rules: ['KRR-BODY-011'],
      except: 'it contradicts AGE-006: either reading is accepted, and the one met is reported',
    },
  ],
}
