import { describe, expect, test } from 'vitest'
import { sampleRefusal, sampleRefusedWrite } from './auth/sample-refusal.fixture.ts'
import { samplePerson, samplePid } from './body/sample-reading.fixture.ts'
import { certify, signSample } from './jws/sample-chain.fixture.ts'
import { refused } from './refused.ts'
import { fromWire } from './rule.ts'

const judge = (subject: Parameters<typeof refused>[0]) => [...refused(subject)]
const mail = 'test@example.org'

describe('refused', () => {
  test.each([400, 401, 403, 404, 429])('%i is a refusal', (status) => {
    expect(judge(sampleRefusal({ status }))).toEqual([])
  })

  test.each([200, 204, 302, 500])('%i is none', (status) => {
    expect(judge(sampleRefusal({ status, content: '' }))).toEqual([
      { at: 'status', expected: 'a refusal, 4xx', actual: fromWire(status) },
    ])
  })

  test.each([
    ['in a member', { content: { error_description: `unknown: ${mail}` } }, '/error_description'],
    ['in a list', { content: { errors: [{ text: mail.toUpperCase() }] } }, '/errors/0/text'],
    ['in the name of a member', { content: { [mail]: 1 } }, '/*'],
    ['in a page', { content: `<p>${mail}</p>` }, 'content'],
    ['in a field', { fields: [['X-User', mail]] as const }, 'X-User'],
    ['escaped', { content: `{"text":"test\\u0040example.org"}` }, '/text'],
  ])('a personal value %s is disclosed', (_, answer, at) => {
    expect(judge(sampleRefusal(answer))).toEqual([
      { at, expected: 'nothing of the person', actual: fromWire(mail) },
    ])
  })

  test('a personidentifikator that is a number is disclosed', () => {
    expect(judge(sampleRefusal({ content: { user: Number(samplePid) } }))).toEqual([
      { at: '/user', expected: 'nothing of the person', actual: fromWire(samplePid) },
    ])
  })

  test('the person is disclosed within a JWS, and in an envelope', () => {
    const { reservasjon, status } = samplePerson
    const payload = { reservasjon, status }
    const disclosed = [{ at: '/reservasjon', expected: 'no member of a person', actual: 'present' }]
    const jws = signSample({ signer: certify({ name: 'leaf' }), payload })
    expect(judge(sampleRefusal({ content: jws }))).toEqual(disclosed)
    expect(judge(sampleRefusal({ content: { person: payload } }))).toEqual(disclosed)
  })

  test('a code that stands in any text discloses nobody', () => {
    expect(judge(sampleRefusal({ content: { error: 'unbound' } }))).toEqual([])
  })

  test('each change of the person is a finding, members that came and went among them', () => {
    const after = { spraak: undefined, status: 'SLETTET', reservasjon_oppdatert: '2026' }
    expect(judge(sampleRefusedWrite(after))).toEqual([
      { at: '/status', expected: fromWire('AKTIV'), actual: fromWire('SLETTET') },
      { at: '/spraak', expected: fromWire('nb'), actual: 'absent' },
      { at: '/reservasjon_oppdatert', expected: 'absent', actual: fromWire('2026') },
    ])
  })

  test('content that nests deeply or is no text is judged without harm', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    expect(judge(sampleRefusal({ content: deep }))).toEqual([])
    expect(judge(sampleRefusal({ content: '\u{fffd}\u0000' }))).toEqual([])
  })
})
