import { contentJson, contentText, type HttpResponse, parseJson } from '../evidence/exchange.ts'
import { jsonPointer, leavesOf } from '../evidence/json.ts'
import { jwsWithin } from './jws/jws-within.ts'

/** A text that a response shows to whoever receives it, and where it stands. */
export interface ShownText {
  /** A field's name, a JSON Pointer, or `content` where the content is no JSON. */
  readonly at: string
  readonly text: string
  readonly isField?: true
}

/** A name that is a word can be shown; anything else a server may have made of a person. */
const plainName = /^[A-Za-z-]{1,40}$/

/** Every text in the content: of JSON its names and values unescaped, of a JWS its payload's too. */
function* shownContent(response: HttpResponse): Generator<ShownText> {
  const json = contentJson(response)
  if (typeof json === 'object') {
    yield* shownJson(json)
    return
  }
  const text = contentText(response)
  yield { at: 'content', text }
  const jws = jwsWithin(text)
  if (jws !== undefined) yield* shownJson(parseJson(Buffer.from(jws.payload).toString('utf8')))
}

/** Every text in the response: its field values and its content. */
export function* shownTexts(response: HttpResponse): Generator<ShownText> {
  for (const [name, text] of response.fields) {
    yield { at: plainName.test(name) ? name : 'a field', text, isField: true }
  }
  yield* shownContent(response)
}

function* shownJson(document: unknown): Generator<ShownText> {
  for (const { path, value } of leavesOf(document)) {
    const at = jsonPointer(path)
    const name = path.at(-1)
    if (typeof name === 'string') yield { at, text: name }
    if (typeof value === 'string' || typeof value === 'number') yield { at, text: String(value) }
  }
}
