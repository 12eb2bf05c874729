import type { PageOfSentences } from '../sentence.ts'
import { IDPORTEN_AUD } from '../sources.ts'

export const idportenAud: PageOfSentences = {
  source: IDPORTEN_AUD,
  sentences: [
    {
      id: 'AUD-001',
      section: 'Virkemåte',
      quote: 'Dersom ingen `resource` blir forespurt, vil access_token ikke innholde `aud`.',
      notTested: 'ambiguous',
      why: 'another page says “unspecified”: both are accepted',
    },
    {
      id: 'AUD-002',
      section: 'Virkemåte',
      quote:
        'API-tilbydere som forventer audience-begrensa tokens, bør forkaste tokens som mangler en `aud`-verdi.',
      notTested: 'ambiguous',
      why: 'whether KRR expects one is not said',
    },
  ],
}
