import { encodeJson } from '../../reference/api/message.ts'
import type { ApiSeams } from '../../reference/api/seams.ts'

/** The JWS with registered claims beside the person; `now` is in seconds since the epoch. */
export const withClaims = (
  { header }: ApiSeams['jws']['value'],
  { document, now }: ApiSeams['jws']['context'],
  claims: (now: number) => { readonly [name: string]: unknown },
): ApiSeams['jws']['value'] => ({
  header,
  payload: encodeJson({ ...claims(Math.floor(now / 1_000)), ...document }),
})
