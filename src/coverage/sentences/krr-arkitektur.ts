import type { PageOfSentences } from '../sentence.ts'
import { KRR_ARKITEKTUR } from '../sources.ts'

export const krrArkitektur: PageOfSentences = {
  source: KRR_ARKITEKTUR,
  sentences: [
    {
      id: 'ARCH-001',
      section: 'Oppslag ved innlogget bruker (brukerstyrt datadelling)',
      quote:
        'I dette scenariet logger en sluttbruker inn til en tjeneste, og tjenesten har behov for å hente data om den innloggede sluttbrukeren via Oppslagstjenesten (brukerstyrt datadeling).',
      rules: ['KRR-BODY-002'],
    },
    {
      id: 'ARCH-002',
      section: 'Oppslag ved innlogget bruker (brukerstyrt datadelling)',
      quote:
        'Slike tilfeller realiseres i ID-porten ved den klassiske Oauth2-flyten, der innbyggeren godkjenner - enten eksplisitt eller implisitt - til at tjenesten kan bruke Oppslagstjenesten på vegne av seg selv.',
      rules: ['KRR-OP-002', 'KRR-OP-009'],
      except: 'which of the two it is: not said',
    },
    {
      id: 'ARCH-003',
      section: 'Beskrivelse av Oauth2-flyten',
      quote: 'Oppslagstjenesten ->> OpenID Provider: validere token',
      rules: ['KRR-AUTH-003', 'KRR-AUTH-005', 'KRR-AUTH-015'],
      except: 'whether the API asks ID-porten or reads the token itself',
    },
    {
      id: 'ARCH-004',
      section: 'Beskrivelse av Oauth2-flyten',
      quote:
        'I **autentiseringsresponsen** fra OpenID Provider får klient også utlevert et *access_token* (og eventuelt et *refresh_token*) som gir tilgang til forespurte scopes.',
      rules: ['KRR-OP-005', 'KRR-OP-009'],
      except: 'the refresh token',
    },
    {
      id: 'ARCH-005',
      section: 'Beskrivelse av Oauth2-flyten',
      quote: 'Etter innlogging kan da klienten bruke access_tokenet opp mot Oppslagstjenesten.',
      rules: ['KRR-NEG-001', 'KRR-NEG-002'],
    },
    {
      id: 'ARCH-006',
      section: 'Beskrivelse av Oauth2-flyten',
      quote: 'Access_token har vanligvis kort levetid (30 sekunder).',
      rules: ['KRR-OP-012'],
      except: 'the figure: other pages say 120 and 600',
    },
    {
      id: 'ARCH-007',
      section: 'Beskrivelse av Oauth2-flyten',
      quote:
        'Dersom tokenet er utløpt, kan klienten forespørre nytt acess_token ved å bruke *refresh_tokenet* mot token-endepunktet til OpenID Provideren.',
      notTested: 'out of scope',
      why: 'ID-porten’s refresh tokens are no part of KRR’s contract',
    },
    {
      id: 'ARCH-008',
      section: 'Beskrivelse av Oauth2-flyten',
      quote:
        'Det gjennomføres da en klient-autentisering, for å sikre at tokens ikke blir utlevert til feil part.',
      notTested: 'out of scope',
      why: 'ID-porten’s refresh tokens are no part of KRR’s contract',
    },
  ],
}
