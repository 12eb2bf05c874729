import { isJsonObject } from '../../reference/api/message.ts'

/** The `spraak` of a PATCH document where it is a string, whatever was decided about it. */
export const sentLanguage = (sent: unknown): string | undefined => {
  const spraak = isJsonObject(sent) ? sent['spraak'] : undefined
  return typeof spraak === 'string' ? spraak : undefined
}
