import type { RecordedMessage } from '../report/model.ts'
import { type Addresses, formOf, normalise } from '../report/normalise.ts'
import type { Fact } from './fact.ts'

/** Between two hops, and no business of the resource (RFC 9110, 7.6.1). */
const ofTheConnection = new Set(['connection', 'keep-alive', 'date', 'via'])

/** Whose value differs from answer to answer: that it is there is all that is compared. */
const volatile =
  /^(age|expires|last-modified|etag|content-length|server-timing|traceparent|tracestate|report-to|nel|cf-ray)$|(^|-)(request|correlation|trace|transaction|span|session|operation|amzn?)-?(id|trace-id)$/

/** Fields of standards, whose value says what the server does; of others a value may be the node's that answered. */
const standard =
  /^(accept-patch|accept-ranges|access-control-[a-z-]+|allow|alt-svc|cache-control|content-(disposition|encoding|language|security-policy|type)|cross-origin-[a-z-]+|location|permissions-policy|pragma|referrer-policy|retry-after|server|set-cookie|strict-transport-security|transfer-encoding|vary|www-authenticate|x-(content-type-options|frame-options|xss-protection))$/

/** Whether values of the field are compared only where they are the same throughout a run. */
export const mayVary = (name: string): boolean => !standard.test(name)

/** What the fields of an answer say. Names are compared as they must be: without their case (RFC 9110, 5.1). */
export const fieldFacts = (
  fields: RecordedMessage['fields'],
  addresses: Addresses,
): readonly Fact[] => {
  const values = new Map<string, string[]>()
  for (const [name, value] of fields) {
    const own = name.toLowerCase()
    if (ofTheConnection.has(own)) continue
    values.set(own, [...(values.get(own) ?? []), fieldValue(own, value, addresses)])
  }
  return [...values].map(([at, own]): Fact => ({ kind: 'field', at, value: own.join(', ') }))
}

const fieldValue = (name: string, value: string, addresses: Addresses): string =>
  volatile.test(name) ? `present (${formOf(value)})` : normalise(value, addresses)
