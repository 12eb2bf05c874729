import { bearer } from '../../krr/person-api.ts'

/** As nobody writes it: in no list of the usual spellings. */
export const otherCase = 'bEARER'

/** The credentials of a token, the name of their scheme written otherwise. */
export const bearerInOtherCase = (token: string): string =>
  bearer(token).replace('Bearer', otherCase)
