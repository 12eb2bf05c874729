import { describe, expect, test } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { oldVersionsAreRefused as rule } from './002-old-versions-are-refused.ts'
import { sampleTls } from './sample-tls.fixture.ts'

const at = 'krr.example:443'

describe(rule.id, () => {
  test('conforms: an alert', async () => {
    const handshake = { completed: false, refused: true, trouble: 'TLS is refused' } as const
    expect(await findingsOf(rule, { at, version: 'TLSv1', handshake })).toEqual([])
  })

  test.each([
    ['TLSv1', 'TLS 1.0'],
    ['TLSv1.1', 'TLS 1.1'],
  ] as const)('deviates: %s is spoken', async (version, name) => {
    const { handshake } = sampleTls({ protocol: version })
    expect(await findingsOf(rule, { at, version, handshake })).toEqual([
      { at: name, expected: 'refused', actual: 'the handshake was completed' },
    ])
  })
})
