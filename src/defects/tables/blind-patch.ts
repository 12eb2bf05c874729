import { isJsonObject } from '../../reference/api/message.ts'
import { decidePatch } from '../../reference/api/patch.ts'
import type { PersonRecord } from '../../reference/api/register.ts'
import { isAskedWith } from '../asked-with.ts'
import { ofFamily } from '../defect.ts'
import { memoryOf } from '../memory.ts'

interface Seen {
  /** Languages as each token read them first. */
  readonly byToken: Map<string, string>
  /** Tokens that changed something read the register from then on. */
  readonly writers: Set<string>
}

const seen = memoryOf((): Seen => ({ byToken: new Map(), writers: new Set() }))

const isEmptyLanguage = (sent: unknown): boolean => {
  const spraak = isJsonObject(sent) ? sent['spraak'] : undefined
  return spraak === false || spraak === 0 || (Array.isArray(spraak) && spraak.length === 0)
}

const removed = ({ spraak, spraak_oppdatert, ...record }: PersonRecord): PersonRecord => record

/** Faults of a change, written from the contract alone (docs/defects.md). */
export const blindPatchDefects = ofFamily('written blind', [
  {
    id: 'DEF-PATCH-BLIND-BACK-IN-TIME',
    title: 'the language that the person had at first comes back with the timestamp that it had',
    violates: ['KRR-PATCH-005'],
    seam: 'patchEffect',
    inject: (record, { decision, people, record: before }) => {
      const first = Object.values(people).find(
        ({ pid }) => pid === record?.personidentifikator,
      )?.record
      if (record === undefined || record === before || decision.kind === 'refused') return record
      return first?.spraak_oppdatert !== undefined && record.spraak === first.spraak
        ? { ...record, spraak_oppdatert: first.spraak_oppdatert }
        : record
    },
  },
  {
    id: 'DEF-PATCH-BLIND-CONFIRMS-MOBILE',
    title: 'changing the language to se counts as confirming the mobile number',
    violates: ['KRR-PATCH-004'],
    seam: 'patchEffect',
    inject: (record, { decision, now, record: before }) =>
      record?.mobiltelefonnummer !== undefined &&
      record !== before &&
      decision.kind === 'accepted' &&
      decision.spraak === 'se'
        ? { ...record, mobiltelefonnummer: { ...record.mobiltelefonnummer, sist_verifisert: now } }
        : record,
  },
  {
    id: 'DEF-PATCH-BLIND-NULL-CLEARS',
    title: 'null as the language is refused with 400, after it has removed the language',
    violates: ['KRR-PATCH-008'],
    seam: 'patchEffect',
    inject: (record, { sent }) => {
      if (record === undefined || !isJsonObject(sent) || sent['spraak'] !== null) return record
      const { spraak, spraak_oppdatert, ...others } = record
      return others
    },
  },
  {
    id: 'DEF-PATCH-BLIND-ORDINAL',
    title: 'a number is taken for the place of a language in the list: 0 for nb, 1 for nn',
    violates: ['KRR-PATCH-008'],
    seam: 'patchDecision',
    inject: (decision, { request, record, sent }) => {
      const spraak = isJsonObject(sent) ? sent['spraak'] : undefined
      const named = typeof spraak === 'number' ? ['nb', 'nn', 'en', 'se'][spraak] : undefined
      return named === undefined ? decision : decidePatch(request, { spraak: named }, record)
    },
  },
  {
    id: 'DEF-PATCH-BLIND-CACHED-BY-TOKEN',
    title: 'a token without spraak.write keeps reading the language that it read first',
    violates: ['KRR-PATCH-003'],
    alsoTrips: ['KRR-SCOPE-006'],
    seam: 'personDocument',
    inject: (person, { claims, people, scopes }) => {
      const language = person['spraak']
      if (typeof language !== 'string' || scopes.includes('krr:user/spraak.write')) return person
      const { byToken } = seen(people)
      const token = String(claims['jti'])
      const first = byToken.get(token) ?? language
      byToken.set(token, first)
      return { ...person, spraak: first }
    },
  },
  {
    id: 'DEF-PATCH-BLIND-OWN-TIMESTAMP',
    title: 'a document with spraak_oppdatert is refused, and the timestamp is stored',
    violates: ['KRR-PATCH-010'],
    seam: 'patchEffect',
    inject: (record, { sent }) => {
      const timestamp = isJsonObject(sent) ? String(sent['spraak_oppdatert']) : ''
      const instant = Date.parse(timestamp.replace(/[+-]\d\d$/, '$&:00'))
      return record === undefined || Number.isNaN(instant)
        ? record
        : { ...record, spraak_oppdatert: instant }
    },
  },
  {
    id: 'DEF-PATCH-BLIND-TRAILING-TEXT',
    title: 'whatever stands after the document is not read: {"spraak":"nn"}} is accepted',
    violates: ['KRR-PATCH-009'],
    seam: 'patchDecision',
    inject: (decision, { request, record, sent }) => {
      if (sent !== undefined) return decision
      const [, spraak] =
        /^\s*\{\s*"spraak"\s*:\s*"([^"]*)"\s*\}/.exec(new TextDecoder().decode(request.content)) ??
        []
      return spraak === undefined ? decision : decidePatch(request, { spraak }, record)
    },
  },
  {
    id: 'DEF-PATCH-BLIND-UNWRAPS-ARRAY',
    title: 'an array with one language in it is taken for the language',
    violates: ['KRR-PATCH-008'],
    seam: 'patchDecision',
    inject: (decision, { request, record, sent }) => {
      const spraak = isJsonObject(sent) ? sent['spraak'] : undefined
      const unwrapped: unknown =
        Array.isArray(spraak) && spraak.length === 1 ? spraak[0] : undefined
      return typeof unwrapped === 'string'
        ? decidePatch(request, { spraak: unwrapped }, record)
        : decision
    },
  },
  {
    id: 'DEF-PATCH-BLIND-FALSY-CLEARS',
    title:
      'false, 0 and an empty list as the language are refused with 400, after they have removed it',
    violates: ['KRR-PATCH-008'],
    seam: 'patchEffect',
    inject: (record, { sent, decision }) =>
      record !== undefined && decision.kind === 'refused' && isEmptyLanguage(sent)
        ? removed(record)
        : record,
  },
  {
    id: 'DEF-PATCH-BLIND-NESTED-CONTACT',
    title: 'a document with kontaktinformasjon is refused, and the mobile number in it is stored',
    violates: ['KRR-PATCH-010'],
    seam: 'patchEffect',
    inject: (record, { sent }) => {
      const contact = isJsonObject(sent) ? sent['kontaktinformasjon'] : undefined
      const value = isJsonObject(contact) ? contact['mobiltelefonnummer'] : undefined
      return record?.mobiltelefonnummer !== undefined && typeof value === 'string'
        ? { ...record, mobiltelefonnummer: { ...record.mobiltelefonnummer, value } }
        : record
    },
  },
  {
    id: 'DEF-PATCH-BLIND-CHANGE-ERASES-MAILBOX',
    title:
      'a change with kontaktinformasjon.read and spraak.write erases the mailbox, which neither opens',
    violates: ['KRR-PATCH-004'],
    // It is gone for every reading after that.
    alsoTrips: ['KRR-SCOPE-004', 'KRR-SCOPE-006', 'KRR-PATCH-010'],
    seam: 'patchEffect',
    inject: (record, context) => {
      if (record === undefined || context.decision.kind === 'refused') return record
      if (!isAskedWith(context, 'kontaktinformasjon', 'spraak')) return record
      const { digital_post, ...others } = record
      return others
    },
  },
  {
    id: 'DEF-PATCH-BLIND-FALLS-BACK',
    title: 'a language that is none is refused with 400, after it was taken for nb',
    violates: ['KRR-PATCH-007'],
    seam: 'patchEffect',
    inject: (record, { sent, now }) => {
      if (record === undefined || record.spraak === 'nb' || !isJsonObject(sent)) return record
      const { spraak } = sent
      return typeof spraak !== 'string' || ['nb', 'nn', 'en', 'se'].includes(spraak)
        ? record
        : { ...record, spraak: 'nb', spraak_oppdatert: now }
    },
  },
  /** RFC 6902 has a media type of its own; the framework takes any list for one. */
  {
    id: 'DEF-PATCH-BLIND-JSON-PATCH',
    title: 'a list of operations (JSON Patch) as application/json is carried out',
    violates: ['KRR-PATCH-008'],
    seam: 'patchDecision',
    inject: (decision, { sent }) => {
      const [operation] = Array.isArray(sent) ? (sent as unknown[]) : []
      if (!isJsonObject(operation) || operation['path'] !== '/spraak') return decision
      const { op, value } = operation
      return (op === 'replace' || op === 'add') && typeof value === 'string'
        ? { kind: 'accepted', spraak: value }
        : decision
    },
  },
  {
    id: 'DEF-PATCH-BLIND-MAILBOX-TAKEN-OVER',
    title: 'a document with digital_post is refused, and the address of the mailbox is stored',
    violates: ['KRR-PATCH-010'],
    seam: 'patchEffect',
    inject: (record, { sent }) => {
      const mailbox = isJsonObject(sent) ? sent['digital_post'] : undefined
      const address = isJsonObject(mailbox) ? mailbox['postkasseadresse'] : undefined
      return record?.digital_post === undefined || typeof address !== 'string'
        ? record
        : { ...record, digital_post: { ...record.digital_post, postkasseadresse: address } }
    },
  },
])
