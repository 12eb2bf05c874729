import { otherMethodsDoNotSucceed } from '../rules/http/001-other-methods-do-not-succeed.ts'
import type { RefusedDocument } from './refused-documents.ts'
import { languageDocument } from './register-access.ts'

/**
 * A language change by each method that nothing documents. DELETE is no change by another method but the GET by
 * another: whoever refuses it must not be able to say that it was for the content (RFC 9110, 9.3.5).
 */
export const otherMethods: readonly RefusedDocument[] = (['POST', 'PUT', 'DELETE'] as const).map(
  (method) => ({
    factor: `another method: ${method}`,
    method,
    document: method === 'DELETE' ? '' : languageDocument('en'),
    rules: [otherMethodsDoNotSucceed],
  }),
)
