import { describe, expect, test } from 'vitest'
import { curlOf, issuedTokens } from './curl.ts'
import type { RecordedExchange } from './model.ts'
import { sampleReport } from './sample-report.fixture.ts'

const { target, exchanges } = sampleReport('deviating')
const [person, patch] = exchanges as unknown as readonly [RecordedExchange, RecordedExchange]
const token = '[access token, 900 characters, #0a1b2c3d]'

const asked = (request: Partial<RecordedExchange['request']>) => ({
  request: { ...person.request, ...request },
})

const answer = `{\n  "access_token": "${token}",\n  "scope": "openid profile krr:user/spraak.write"\n}`
const issued = issuedTokens([{ ...person, response: { ...person.response, content: answer } }])

describe('curlOf', () => {
  test('names a variable where the secret was, and the command that fills it', () => {
    const { before, command } = curlOf(
      asked({
        fields: [
          ['Accept', '*/*'],
          ['Authorization', `Bearer ${token}`],
        ],
      }),
      target,
      issued,
    )
    expect(before).toBe(
      'KRR_TOKEN=$(npm run --silent krr -- token --env test --scope "krr:user/spraak.write")',
    )
    expect(command).toBe(
      [
        'curl -i "https://test.kontaktregisteret.no/rest/v1/person?a=1&b"',
        '-H "Accept: */*"',
        '-H "Authorization: Bearer $KRR_TOKEN"',
      ].join(' \\\n  '),
    )
  })

  test.each([
    { apiUrl: 'https://kontaktregisteret.no/rest/v1/person', issuer: 'https://op.example' },
    { apiUrl: 'https://api.example/person', issuer: 'https://idporten.no' },
  ])('names no command that is refused: in production krr token is (%o)', (addresses) => {
    const sent = asked({ fields: [['Authorization', `Bearer ${token}`]] })
    const { before, command } = curlOf(sent, { ...target, ...addresses }, issued)
    expect(before).toMatch(
      /^# KRR_TOKEN: an access token of your own for "krr:user\/spraak\.write"/,
    )
    expect(before).not.toContain('krr -- token')
    expect(command).toContain('"Authorization: Bearer $KRR_TOKEN"')
  })

  test('says where no token of the run will do, and names other secrets by their kind', () => {
    const forged = asked({ fields: [['Authorization', `Bearer ${token}`]] })
    expect(curlOf(forged, target, new Map()).before).toContain('made these credentials')
    const form = asked({ method: 'POST', content: 'secret=[client secret, 9 characters, #1]' })
    expect(curlOf(form, target, new Map()).command).toContain('"secret=$KRR_CLIENT_SECRET"')
  })

  test('sends the content, and nothing of it is the shell’s', () => {
    expect(curlOf(patch, target, new Map()).command).toContain(
      '--data-binary "{\\"spraak\\":\\"en\\"}"',
    )
    const hostile = asked({ content: '$(reboot) `reboot` \\' })
    expect(curlOf(hostile, target, new Map()).command).toContain('"\\$(reboot) \\`reboot\\` \\\\"')
    expect(curlOf(asked({ contentLength: 9 }), target, new Map()).command).toContain('@document')
  })
})
