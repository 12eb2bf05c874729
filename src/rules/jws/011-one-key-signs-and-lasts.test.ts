import { describe, expect, test } from 'vitest'
import type { EarlierKeys } from '../../evidence/jws.ts'
import { keyDigest } from '../../evidence/x509.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { oneKeySignsAndLasts as rule } from './011-one-key-signs-and-lasts.ts'
import { type Certified, certify, readingOf } from './sample-chain.fixture.ts'

const signer = certify({ name: 'leaf' })
const other = certify({ name: 'other leaf' })
const subject = (signers: readonly Certified[], before?: EarlierKeys) => ({
  answers: signers.map((own) => readingOf({ signer: own })),
  ...(before === undefined ? {} : { before }),
})
const seen = (...signers: readonly Certified[]): EarlierKeys => ({
  keys: signers.map(({ certificate }) => keyDigest(certificate)),
  seenAt: '2026-11-20T08:00:00.000Z',
})

describe(rule.id, () => {
  test('conforms: one key', async () => {
    const judged = subject([signer, signer])
    expect(await findingsOf(rule, judged)).toEqual([])
    expect(rule.met?.(judged)).toBeUndefined()
  })

  test('conforms: the key of the run before', async () => {
    const judged = subject([signer], seen(signer))
    expect(await findingsOf(rule, judged)).toEqual([])
    expect(rule.met?.(judged)).toBe('compared with the run of 2026-11-20')
  })

  test('conforms: a certificate that has expired, which KRR-JWS-005 owns', async () => {
    const expired = certify({ name: 'leaf', notAfter: new Date('2026-11-22T12:00:00Z') })
    expect(await findingsOf(rule, subject([expired]))).toEqual([])
  })

  test('deviates: two keys in one run, both of them known before', async () => {
    const both = [signer, other, signer]
    expect(await findingsOf(rule, subject(both))).toEqual([
      { at: 'x5c[0]', expected: 'one key throughout the run', actual: '2 keys' },
    ])
    expect(await findingsOf(rule, subject(both, seen(signer, other)))).toEqual([])
  })

  test('deviates: a second key, that the run before did not know', async () => {
    const judged = subject([signer, other], seen(signer))
    expect(rule.notApplicable?.(judged)).toBeUndefined()
    expect(await findingsOf(rule, judged)).toEqual([
      { at: 'x5c[0]', expected: 'the key of the run of 2026-11-20', actual: 'another key' },
    ])
  })

  test('deviates: another key than in the run before', async () => {
    expect(await findingsOf(rule, subject([signer], seen(other)))).toEqual([
      { at: 'x5c[0]', expected: 'the key of the run of 2026-11-20', actual: 'another key' },
    ])
  })

  test('deviates: 29 days left, told once however many answers', async () => {
    const ending = certify({ name: 'leaf', notAfter: new Date('2026-12-21T12:00:01Z') })
    const lasting = certify({ name: 'leaf', notAfter: new Date('2026-12-22T12:00:01Z') })
    expect(await findingsOf(rule, subject([ending, ending]))).toEqual([
      {
        at: 'x5c[0]',
        expected: '30 days left',
        actual: fromWire('until Dec 21 12:00:01 2026 GMT'),
      },
    ])
    expect(await findingsOf(rule, subject([lasting]))).toEqual([])
  })

  test('not applicable: no certificate in any of them', async () => {
    const bare = { answers: [readingOf({ signer, header: { x5c: [] } })] }
    expect(rule.notApplicable?.(bare)).toBe(
      'x5c[0] is no certificate in any signed answer: KRR-JWS-003',
    )
    expect(await findingsOf(rule, bare)).toEqual([])
  })
})
