import { contentText, type Exchange, fieldValue, parseJson } from '../../evidence/exchange.ts'
import { isJsonObject } from '../../evidence/json.ts'
import { parseJws } from '../../evidence/jws.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { orAbsent } from '../or-absent.ts'
import { fromWire, type Rule } from '../rule.ts'
import { differences } from '../same-person.ts'

/** A person read without `Accept-Encoding`, and asked for in the same representation with `gzip`. */
export interface CodedReading {
  readonly plain: PersonReading
  readonly coded: Exchange
}

/** Whether the content is coded at all is the server's choice; what is labelled gzip has been decoded. */
export const gzipYieldsTheSamePerson: Rule<CodedReading> = {
  id: 'KRR-NEG-008',
  title: 'Accept-Encoding: gzip yields the same person',
  level: 'SHOULD',
  basis: 'standard',
  since: 2,
  cites: ['RFC9110-021', 'RFC9110-003'],
  comparesReadings: true,

  *check({ plain, coded }) {
    const { response } = coded
    const coding = codingOf(coded)
    if (response.status !== 200) {
      yield { at: 'status', expected: '200', actual: fromWire(response.status) }
      return
    }
    if (coding !== undefined && !/^(?:x-)?gzip$|^identity$/.test(coding)) {
      yield { at: 'Content-Encoding', expected: 'gzip or none', actual: fromWire(coding) }
      return
    }
    if (response.isMiscoded) {
      yield { at: 'content', expected: `content in ${coding}`, actual: 'something else' }
      return
    }
    const isSigned = plain.representation === 'application/jose'
    const bytes = isSigned ? parseJws(contentText(response))?.payload : response.content
    // A byte order mark is dropped, as it is in the plain reading: it is KRR-BODY-019's.
    const person = parseJson(new TextDecoder('utf-8').decode(bytes))
    if (bytes === undefined || !isJsonObject(person)) {
      const expected = isSigned ? 'the person in a JWS' : 'the person as JSON'
      yield { at: 'content', expected, actual: 'something else' }
      return
    }
    const second = { ...plain, exchange: coded, bytes, person }
    for (const { at, first, second: other } of differences(plain, second)) {
      yield { at, expected: orAbsent(first), actual: orAbsent(other) }
    }
  },
  met: ({ coded }) => (codingOf(coded) === undefined ? 'not coded' : 'coded'),
}

function codingOf({ response }: Exchange): string | undefined {
  return fieldValue(response, 'content-encoding')?.trim().toLowerCase()
}
