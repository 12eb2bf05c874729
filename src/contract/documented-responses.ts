import { isJsonObject, valueAt } from '../evidence/json.ts'
import type { PersonResource } from './person-resource.ts'
import { resolved } from './pointer.ts'

/** A response as a document describes it: the media types it names, ranges among them. */
export interface DocumentedResponse {
  readonly mediaTypes: readonly string[]
}

/** What a document says of a status: its own entry, its range's (`4XX`) or `default`; undefined for none. */
export const documentedResponse = (
  { document, operations }: PersonResource,
  method: string,
  status: number,
): DocumentedResponse | undefined => {
  const responses = operations.get(method.toLowerCase())?.['responses']
  const response = [String(status), `${Math.floor(status / 100)}XX`, 'default']
    .map((key) => resolved(document, valueAt(responses, key)))
    .find((found) => found !== undefined)
  if (response === undefined) return undefined
  const content = response['content']
  return { mediaTypes: isJsonObject(content) ? Object.keys(content).map(essenceOf) : [] }
}

/** Whether a media type, or a range that it lies in, is among those documented. */
export const isDocumented = ({ mediaTypes }: DocumentedResponse, essence: string): boolean =>
  [essence, essence.replace(/\/.*/, '/*'), '*/*'].some((type) => mediaTypes.includes(type))

const essenceOf = (mediaType: string): string =>
  (mediaType.split(';')[0] ?? mediaType).trim().toLowerCase()
