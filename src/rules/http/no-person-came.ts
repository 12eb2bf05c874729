import type { Exchange } from '../../evidence/exchange.ts'

/** Why rules on a response with a person do not apply, or undefined where one came. */
export const noPersonCame = ({ response }: Exchange): string | undefined =>
  response.status === 200 ? undefined : 'the response holds no person'
