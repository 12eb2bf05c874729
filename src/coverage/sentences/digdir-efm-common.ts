import { DIGDIR_EFM_COMMON } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const digdirEfmCommon: PageOfSentences = {
  source: DIGDIR_EFM_COMMON,
  sentences: [
    {
      id: 'JWT-001',
      section: 'JWTDecoder',
      paraphrase:
        'the content is a compact JWS, verified with the key of the first certificate in x5c',
      rules: ['KRR-JWS-001', 'KRR-JWS-003'],
    },
    {
      id: 'JWT-002',
      section: 'JWTDecoder',
      paraphrase: 'the key is RSA, the algorithm RS or PS 256, 384 or 512',
      rules: ['KRR-JWS-002'],
    },
    {
      id: 'JWT-003',
      section: 'JWTDecoder',
      paraphrase: 'the payload is read as the JSON it would have been',
      rules: ['KRR-NEG-003', 'KRR-JWS-009'],
    },
    {
      id: 'JWT-004',
      section: 'JWTDecoder',
      paraphrase: 'neither chain, issuer, validity nor revocation of the certificate is looked at',
      notTested: 'ambiguous',
      why: 'what a client leaves out says nothing of what the server promises: KRR-JWS-004 to 006 go by the standard',
    },
  ],
}
