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

  test('a personal value is disclosed within a JWS, under any name', () => {
    const content = signSample({ signer: certify({ name: 'leaf' }), payload: { text: mail } })
    expect(judge(sampleRefusal({ content }))).toEqual([
      { at: '/text', expected: 'nothing of the person', actual: fromWire(mail) },
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

  test.each([
    'personidentifikator',
    'reservasjon',
    'reservasjonstidspunkt',
    'reservasjon_oppdatert',
    'varslingsstatus',
    'kontaktinformasjon',
    'epostadresse',
    'mobiltelefonnummer',
    'digital_post',
    'postkasseadresse',
    'sertifikat',
    'spraak',
    'spraak_oppdatert',
  ])('%s is a member of a person, whatever it holds', (name) => {
    expect(judge(sampleRefusal({ content: { status: 401, [name]: null } }))).toEqual([
      { at: `/${name}`, expected: 'no member of a person', actual: 'present' },
    ])
  })

  test('a personal value is looked for from five characters on', () => {
    const refusal = { ...sampleRefusal({ content: '<p>abcde wxyz' }), personal: ['wxyz', 'abcde'] }
    expect(judge(refusal)).toEqual([
      { at: 'content', expected: 'nothing of the person', actual: fromWire('abcde') },
    ])
  })

  test.each(['+47 98 76 54 32', '004798765432', '4798765432', '987 65 432', 'tel.98765432.'])(
    'a Norwegian telephone number is known with its country and without: %s',
    (text) => {
      for (const number of ['+4798765432', '004798765432']) {
        const refusal = { ...sampleRefusal({ content: `<p>${text}` }), personal: [number] }
        expect(judge(refusal)).toMatchObject([{ actual: fromWire(number) }])
      }
    },
  )

  test.each([
    ['part of a longer number', '1987654321 987654321 +4698765432', '+4798765432'],
    ['of another country', '98765432', '+4698765432'],
    ['of another length', '9876543', '+479876543'],
    ['of another length', '98765432', '+47987654321'],
    ['where there is none', 'undefined', 'kari@example.org'],
    ['behind other digits', '98765432', '1+4798765432'],
  ])('but no number %s', (_, text, number) => {
    expect(judge({ ...sampleRefusal({ content: `<p>${text}` }), personal: [number] })).toEqual([])
  })

  test('a field whose name is no word is not named', () => {
    for (const name of ['X_1', '1-x', 'X-1', 'x'.repeat(41)]) {
      expect(judge(sampleRefusal({ fields: [[name, mail]] }))).toMatchObject([{ at: 'a field' }])
    }
    expect(judge(sampleRefusal({ fields: [['x'.repeat(40), mail]] }))).toMatchObject([
      { at: 'x'.repeat(40) },
    ])
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
