import type { Exchange } from '../../evidence/exchange.ts'
import { type Finding, fromWire, type Rule } from '../rule.ts'

/** An answer whose header section is known byte by byte, or what a client's parser made of others. */
export interface HeaderSections {
  /** With `response.head`. */
  readonly raw?: Exchange
  /** Answers that this client's parser refused: which, and why. */
  readonly refused?: readonly { readonly label: string; readonly because: string }[]
}

/** What a client throws away, or reads otherwise than a proxy before it does: a door to smuggled answers. */
export const headerSectionsAreInHttpGrammar: Rule<HeaderSections> = {
  id: 'KRR-HTTP-011',
  title: 'Header sections are in the grammar of HTTP',
  level: 'MUST',
  basis: 'standard',
  since: 3,
  cites: ['RFC9110-033', 'RFC9112-001', 'RFC9112-002', 'RFC9112-003', 'RFC9112-004'],

  *check({ raw, refused = [] }) {
    if (raw?.response.head !== undefined) yield* faultsOf(raw.response.head)
    for (const { label, because } of refused) {
      yield { at: label, expected: 'an answer that a client can parse', actual: fromWire(because) }
    }
  },
}

const token = /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/
const control = /[^\t\x20-\x7e\x80-\xff]/
const charactersShown = 120

function* faultsOf(head: Uint8Array): Generator<Finding> {
  const text = Buffer.from(head).toString('latin1')
  if (/(?<!\r)\n/.test(text)) {
    yield { at: 'header section', expected: 'CR LF at the end of each line', actual: 'LF alone' }
  }
  const lines = text.split(/\r?\n/).slice(1)
  for (const [index, line] of lines.entries()) {
    const expected = faultOf(line)
    if (expected !== undefined)
      yield { at: nameOf(line) ?? `field line ${index + 1}`, expected, actual: shown(line) }
  }
  yield* framing(lines)
}

/** What the line would have to be, where it is not. */
const faultOf = (line: string): string | undefined => {
  if (/^[ \t]/.test(line)) return 'no line folding'
  const colon = line.indexOf(':')
  if (colon < 0) return 'a name and a colon'
  const name = line.slice(0, colon)
  if (/[ \t]$/.test(name)) return 'no white space before the colon'
  if (!token.test(name)) return 'a token as the name'
  return control.test(line.slice(colon + 1)) ? 'no control character in the value' : undefined
}

function* framing(lines: readonly string[]): Generator<Finding> {
  const valuesOf = (name: string): readonly string[] =>
    lines
      .filter((line) => nameOf(line)?.toLowerCase() === name)
      .flatMap((line) => line.slice(line.indexOf(':') + 1).split(','))
      .map((value) => value.trim())
  const lengths = valuesOf('content-length')
  const codings = valuesOf('transfer-encoding')
  const at = 'Content-Length'
  if (lengths.some((length) => !/^\d+$/.test(length))) {
    yield { at, expected: 'a number of bytes', actual: shown(lengths.join(', ')) }
  } else if (new Set(lengths).size > 1) {
    yield { at, expected: 'one length', actual: shown(lengths.join(', ')) }
  }
  if (lengths.length > 0 && codings.length > 0) {
    const expected = 'no Content-Length beside Transfer-Encoding'
    yield { at, expected, actual: shown(`${lengths.join(', ')}; ${codings.join(', ')}`) }
  }
}

const nameOf = (line: string): string | undefined => {
  const name = line.slice(0, Math.max(0, line.indexOf(':'))).trim()
  return token.test(name) ? name : undefined
}

/** Control characters by their number: a report is read on terminals and in browsers. */
const shown = (text: string) => {
  const visible = text.replace(
    /[^\x20-\x7e]/g,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
  const isLong = visible.length > charactersShown
  return fromWire(isLong ? `${visible.slice(0, charactersShown)} [cut]` : visible)
}
