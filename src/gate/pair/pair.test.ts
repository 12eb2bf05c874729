import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { decide } from '../decide.ts'
import {
  inOrder,
  person,
  publishedDocument,
  reportOf,
  type SampleAnswer,
  sideOf,
  trustingPolicy,
  usualAnswers,
} from '../situation.fixture.ts'
import { comparePair } from './pair.ts'

const main = 'GET person, kontaktinformasjon+digitalpost+spraak, application/json'
const jose = 'GET person, kontaktinformasjon+digitalpost+spraak, application/jose'

const compare = (to: readonly SampleAnswer[], from: readonly SampleAnswer[] = usualAnswers()) =>
  comparePair(reportOf('test', from), reportOf('prod', to), trustingPolicy)

const without = (...names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(person).filter(([name]) => !names.includes(name)))

/** The usual answers with one of them in other words. */
const changed = (label: string, change: Partial<SampleAnswer>): readonly SampleAnswer[] =>
  usualAnswers().map((answer) => (answer.label === label ? { ...answer, ...change } : answer))

describe('comparePair', () => {
  test('two environments that behave alike differ in nothing', () => {
    expect(compare(usualAnswers())).toEqual({
      compared: 4,
      breaking: [],
      listed: [],
      documentBreaks: [],
      documentChanges: [],
      slower: [],
      notCompared: [],
    })
  })

  test('two that differ in ten ways: all ten are named, each as breaking or listed', () => {
    const { spraak: _, ...rest } = person
    const other = {
      ...rest,
      personidentifikator: 12345678901,
      kontaktinformasjon: { ...(person['kontaktinformasjon'] as object), telefaks: 'x' },
    }
    const to: readonly SampleAnswer[] = [
      { label: main, content: other, fields: [['Cache-Control', 'no-store']] },
      {
        label: jose,
        jws: { header: { alg: 'PS256', typ: 'JWT' }, payload: other, certificates: [] },
      },
      { label: 'GET person, no Authorization', status: 403, content: { error: 'x' } },
      { label: 'GET person, spraak', content: {} },
      { label: 'GET person, Accept: text/html', status: 406, content: { error: 5 } },
      { label: 'GET /v3/api-docs', content: publishedDocument(['AKTIV', 'NY']) },
    ]
    const from: readonly SampleAnswer[] = [
      ...usualAnswers(),
      { label: 'GET person, Accept: text/html', status: 406, content: { error: 'x' } },
    ]
    const { breaking, listed, documentBreaks, documentChanges } = compare(to, from)
    const names = (own: typeof breaking) => own.map(({ code, at }) => `${code} ${at}`)
    expect(names(breaking)).toEqual([
      'member-type-changed /personidentifikator',
      'member-removed /spraak',
      'jws-alg-changed alg',
      'status-changed status',
      'error-member-type-changed /error',
    ])
    expect(names(listed)).toEqual(
      expect.arrayContaining([
        'field-added cache-control',
        'member-added /kontaktinformasjon/telefaks',
        'jws-header-added typ',
        'exchange-added request',
      ]),
    )
    expect(documentBreaks).toEqual([
      {
        code: 'document-changed',
        at: 'GET 200 application/json /status',
        how: 'no longer SLETTET',
        breaks: true,
      },
    ])
    expect(documentChanges.map(({ how }) => how)).toEqual(['now also NY'])
    const { reasons, answer } = decide(
      inOrder({
        from: sideOf('test', reportOf('test', from)),
        to: sideOf('prod', reportOf('prod', to)),
      }),
    )
    expect(answer).toBe('no')
    expect(reasons.map(({ code }) => code)).toEqual([
      ...Array.from({ length: 5 }, () => 'breaking-difference'),
      'document-breaks',
    ])
  })

  test.each([
    ['reservasjon', { ...without('spraak'), reservasjon: 'JA' }],
    ['status', { ...without('spraak'), status: 'IKKE_REGISTRERT' }],
    ['varslingsstatus', { ...without('spraak'), varslingsstatus: 'KAN_IKKE_VARSLES' }],
  ])('members of two people who differ in %s are not compared, and that is said', (fact, own) => {
    const { breaking, notCompared } = compare(usualAnswers(own))
    expect(breaking).toEqual([])
    expect(notCompared).toContain(`/spraak of MAIN: the two people differ in ${fact}`)
  })

  test('a person who is masked as in production is in a state all the same', () => {
    const masked = {
      ...without('spraak'),
      reservasjon: '[reservasjon, 3 characters, #e92e6dd7]',
      status: '[status, 5 characters, #e92e6dd8]',
    }
    expect(compare(usualAnswers(masked)).breaking).toMatchObject([
      { code: 'member-removed', at: '/spraak' },
    ])
    const reserved = { ...masked, reservasjon: '[reservasjon, 2 characters, #e92e6dd7]' }
    expect(compare(usualAnswers(reserved)).breaking).toEqual([])
  })

  test('where only one has a mailbox, all members but those of the mailbox are compared', () => {
    const { breaking, notCompared } = compare(usualAnswers(without('digital_post', 'spraak')))
    expect(breaking).toMatchObject([{ code: 'member-removed', at: '/spraak' }])
    expect(notCompared).toEqual(['/digital_post of MAIN: only one of the two people has a mailbox'])
  })

  test('a status is compared whoever the people are', () => {
    const to = changed(main, { status: 404, content: { error: 'x' } })
    expect(compare(to).breaking).toMatchObject([{ code: 'status-changed', from: '200', to: '404' }])
  })

  test('what the policy does not call breaking is listed', () => {
    const policy = { pair: { ...trustingPolicy.pair, breaking: [] } }
    const to = reportOf('prod', usualAnswers(without('spraak')))
    const { breaking, listed } = comparePair(reportOf('test'), to, policy)
    expect(breaking).toEqual([])
    expect(listed).toMatchObject([{ code: 'member-removed', at: '/spraak' }])
  })

  test('a document that is not in a report is said to be missing', () => {
    expect(compare(usualAnswers().slice(0, 3)).notCompared).toEqual([
      'no OpenAPI document of prod is in its report',
    ])
  })

  /** The pair, with this as the text of the target's document. */
  const withDocument = (content: string) => {
    const to = reportOf('prod')
    const exchanges = to.exchanges.map((own) =>
      own.label === 'GET /v3/api-docs' ? { ...own, response: { ...own.response, content } } : own,
    )
    return comparePair(reportOf('test'), { ...to, exchanges }, trustingPolicy)
  }

  test('a document in YAML is compared with one in JSON', () => {
    const { documentBreaks, notCompared } = withDocument(stringify(publishedDocument(['AKTIV'])))
    expect(documentBreaks.map(({ how }) => how)).toEqual(['no longer SLETTET'])
    expect(notCompared).toEqual([])
  })

  test('a Swagger 2.0 document is read as the rules read it', () => {
    const { paths, info } = publishedDocument(['AKTIV'])
    const { content, description } = paths['/rest/v1/person'].get.responses[200]
    const response = { description, schema: content['application/json'].schema }
    const swagger = {
      swagger: '2.0',
      info,
      produces: ['application/json;charset=UTF-8'],
      paths: { '/rest/v1/person': { get: { responses: { 200: response } } } },
    }
    const { documentBreaks, documentChanges } = withDocument(JSON.stringify(swagger))
    expect(documentBreaks).toEqual([
      {
        code: 'document-changed',
        at: 'GET 200 application/json /status',
        how: 'no longer SLETTET',
        breaks: true,
      },
    ])
    expect(documentChanges).toEqual([])
  })

  test('what merely looks like a document is not taken for the one that the run found', () => {
    const other = { ...publishedDocument(['AKTIV']), info: { title: 'another', version: '1' } }
    const from = [{ label: 'GET /actuator', content: other }, ...usualAnswers()]
    const { documentBreaks, documentChanges } = comparePair(
      reportOf('test', from),
      reportOf('prod'),
      trustingPolicy,
    )
    expect([documentBreaks, documentChanges]).toEqual([[], []])
  })

  test('a document larger than what is recorded is said to be that', () => {
    const cut = `${JSON.stringify(publishedDocument(['AKTIV']), undefined, 2).slice(0, 200)} [cut]`
    expect(withDocument(cut)).toMatchObject({
      documentBreaks: [],
      notCompared: ['the OpenAPI document of prod is larger than what is recorded'],
    })
  })
})
