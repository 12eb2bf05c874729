import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { JwsTrust } from '../../evidence/jws.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { chainLeadsToWhatIsTrusted as rule } from './006-chain-leads-to-what-is-trusted.ts'
import { type Certified, certify, readingOf } from './sample-chain.fixture.ts'

const root = certify({ name: 'root' })
const otherRoot = certify({ name: 'root' })
const intermediate = certify({ name: 'intermediate', issuer: root })
const signer = certify({ name: 'leaf', issuer: intermediate, isAuthority: false })

const reading = (trust: Partial<JwsTrust>, ...chain: readonly Certified[]) =>
  readingOf({
    signer: chain[0] ?? signer,
    header: { x5c: chain.map(({ base64 }) => base64) },
    trust,
  })
const pinOf = ({ certificate }: Certified) =>
  createHash('sha256')
    .update(certificate.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')

const noPath = [{ at: 'x5c', expected: 'a valid path to a trust anchor', actual: 'none' }]
const anchors = [otherRoot.pem, root.pem]

describe(rule.id, () => {
  test('conforms: a path to an anchor, which x5c holds or leaves out', async () => {
    for (const chain of [
      [signer, intermediate],
      [signer, intermediate, root],
    ]) {
      const judged = reading({ anchors }, ...chain)
      expect(rule.notApplicable?.(judged)).toBeUndefined()
      expect(await findingsOf(rule, judged)).toEqual([])
      expect(rule.met?.(judged)).toBe('the chain leads to a trust anchor')
    }
  })

  test('conforms: the intermediate itself is the anchor; the signing certificate itself is', async () => {
    expect(await findingsOf(rule, reading({ anchors: [intermediate.pem] }, signer))).toEqual([])
    expect(await findingsOf(rule, reading({ anchors: [signer.pem] }, signer))).toEqual([])
  })

  test('conforms: the pinned key, however the pin is written and whatever the chain', async () => {
    const pin = (pinOf(signer).match(/../g) ?? []).join(':').toUpperCase()
    const judged = reading({ pin, anchors: [otherRoot.pem] }, signer)
    expect(rule.notApplicable?.(judged)).toBeUndefined()
    expect(await findingsOf(rule, judged)).toEqual([])
    expect(rule.met?.(judged)).toBe('the key is the pinned one')
  })

  test('deviates: an anchor of the same name with another key', async () => {
    const judged = reading({ anchors: [otherRoot.pem] }, signer, intermediate, root)
    expect(await findingsOf(rule, judged)).toEqual(noPath)
    expect(rule.met?.(judged)).toBeUndefined()
  })

  test('deviates: an intermediate that is no authority, or that has expired', async () => {
    const notAfter = new Date('2026-11-01T00:00:00Z')
    for (const flaw of [{ isAuthority: false }, { notAfter }]) {
      const flawed = certify({ name: 'flawed', issuer: root, ...flaw })
      const leaf = certify({ name: 'leaf', issuer: flawed, isAuthority: false })
      expect(await findingsOf(rule, reading({ anchors }, leaf, flawed))).toEqual(noPath)
    }
  })

  test('deviates: another key than the pinned one, and no anchor either', async () => {
    const judged = reading({ pin: pinOf(root), anchors: [otherRoot.pem] }, signer, intermediate)
    expect(await findingsOf(rule, judged)).toEqual([
      ...noPath,
      { at: 'x5c[0]', expected: 'the pinned key', actual: 'another key' },
    ])
  })

  test('deviates: another key than the pinned one, of which no anchor is told', async () => {
    const judged = reading({ pin: pinOf(root) }, signer)
    expect(await findingsOf(rule, judged)).toEqual([
      { at: 'x5c[0]', expected: 'the pinned key', actual: 'another key' },
    ])
  })

  test('the pinned key needs no chain, whatever stands in x5c behind it', () => {
    const judged = readingOf({
      signer,
      header: { x5c: [signer.base64, 'none'] },
      trust: { pin: pinOf(signer), anchors },
    })
    expect(rule.notApplicable?.(judged)).toBeUndefined()
    const unpinned = { ...judged, trust: { ...judged.trust, pin: undefined } }
    expect(rule.notApplicable?.(unpinned)).toBe('the chain is broken: KRR-JWS-004')
  })

  test('a chain without its first certificate leads nowhere', async () => {
    const judged = readingOf({ signer, header: { x5c: ['none', root.base64] }, trust: { anchors } })
    expect(await findingsOf(rule, judged)).toEqual(noPath)
  })

  test('not applicable: nothing configured, no certificate, a chain that is broken already', () => {
    const reasonOf = (trust: Partial<JwsTrust>, ...chain: readonly Certified[]) =>
      rule.notApplicable?.(reading(trust, ...chain))
    expect(reasonOf({}, signer)).toBe('no trust anchor and no pin is configured')
    expect(reasonOf({ anchors })).toBe('x5c[0] is no certificate: KRR-JWS-003')
    expect(reasonOf({ anchors }, signer, root)).toBe('the chain is broken: KRR-JWS-004')
    expect(reasonOf({ pin: pinOf(root) }, signer, root)).toBeUndefined()
  })

  test('an anchor that is no certificate is none', async () => {
    expect(await findingsOf(rule, reading({ anchors: ['none'] }, signer))).toEqual(noPath)
  })
})
