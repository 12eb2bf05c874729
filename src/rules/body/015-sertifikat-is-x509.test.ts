import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { sertifikatIsX509 as rule } from './015-sertifikat-is-x509.ts'
import { sampleReading } from './sample-reading.fixture.ts'
import {
  sampleSertifikat as der,
  sampleInLines as lines,
  samplePem as pem,
} from './sample-sertifikat.fixture.ts'

const withCertificate = (sertifikat: unknown) => sampleReading({ person: { sertifikat } })

describe(rule.id, () => {
  it.each([
    ['base64 DER', der],
    ['the same in lines', `${lines}\r\n`],
    ['PEM', pem],
    ['PEM with blank lines around it', `\n \n${pem}\n\n`],
    ['PEM without a line end', pem.trim()],
  ])('conforms: %s', async (_, sertifikat) => {
    expect(rule.notApplicable?.(withCertificate(sertifikat))).toBeUndefined()
    expect(await findingsOf(rule, withCertificate(sertifikat))).toEqual([])
  })

  it.each([
    ['truncated', der.slice(0, -40)],
    ['one bit of the structure flipped', `A${der.slice(1)}`],
    ['bytes behind the certificate', Buffer.from(`${atob(der)}more`, 'latin1').toString('base64')],
    ['base64url', der.replaceAll('+', '-').replaceAll('/', '_')],
    ['two certificates', pem + pem],
    ['words before PEM', `subject:${pem}`],
    ['words behind PEM', `${pem}subject`],
    ['PEM in base64', btoa(pem)],
    ['words', 'certificate'],
    ['a number', 7],
  ])('deviates: %s', async (_, sertifikat) => {
    expect(await findingsOf(rule, withCertificate(sertifikat))).toEqual([
      {
        at: '/sertifikat',
        expected: 'one X.509 certificate, base64 DER with or without PEM armour',
        actual: fromWire(sertifikat),
      },
    ])
  })

  it.each([undefined, null, ''])('does not apply where sertifikat is %j', (sertifikat) => {
    expect(rule.notApplicable?.(withCertificate(sertifikat))).toBe('there is no sertifikat')
  })
})
