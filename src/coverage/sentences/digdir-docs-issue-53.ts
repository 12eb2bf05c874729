import { DIGDIR_DOCS_ISSUE_53 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const digdirIssue53: PageOfSentences = {
  source: DIGDIR_DOCS_ISSUE_53,
  sentences: [
    {
      id: 'TRACE-001',
      section: '401',
      paraphrase: 'a request without a token is answered with 401',
      rules: ['KRR-AUTH-001', 'KRR-AUTH-014'],
    },
    {
      id: 'TRACE-002',
      section: '401',
      paraphrase:
        'the error is JSON with status, error, error_description, correlation_id and timestamp',
      rules: ['KRR-ERR-004', 'KRR-ERR-005'],
      except: 'that it must be: of the platform before this one',
    },
  ],
}
