import { encodeText, isJsonObject, type JsonObject } from '../../reference/api/message.ts'
import type { Variant } from './variant.ts'

/** The JSON text written otherwise, with the same meaning (RFC 8259). */
export const jsonTextVariants: readonly Variant[] = [
  {
    id: 'VAR-MEMBERS-IN-ANOTHER-ORDER',
    title: 'members come in another order',
    injections: () => ({ personDocument: (person) => reversed(person) }),
  },
  {
    id: 'VAR-JSON-IS-INDENTED',
    title: 'the JSON text is indented and ends with a line break',
    injections: () => ({
      jsonContent: (content) => rewritten(content, (text) => `${indented(text)}\r\n`),
    }),
  },
  {
    id: 'VAR-JSON-HAS-ESCAPES',
    title: 'characters in JSON strings are escaped that need not be',
    injections: () => ({
      jsonContent: (content) =>
        rewritten(content, (text) => text.replaceAll('@', '\\u0040').replaceAll('/', '\\/')),
    }),
  },
]

const reversed = (object: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(object)
      .map(([name, value]) => [name, isJsonObject(value) ? reversed(value) : value] as const)
      .reverse(),
  )

const indented = (text: string): string => JSON.stringify(JSON.parse(text), undefined, 2)

const rewritten = (content: Uint8Array, edit: (text: string) => string): Uint8Array =>
  encodeText(edit(new TextDecoder().decode(content)))
