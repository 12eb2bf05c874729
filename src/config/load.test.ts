import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigurationError } from './configuration-error.ts'
import { type LoadOptions, loadConfiguration } from './load.ts'
import {
  inFolder,
  readyMine,
  readyTest,
  sampleJwk,
  samplePem,
  synthetic,
} from './samples.fixture.ts'

const load = (env: LoadOptions['env'], argv: LoadOptions['argv'] = {}, cwd?: string) =>
  loadConfiguration({ env: env ?? {}, argv, cwd })

const ready = (env: LoadOptions['env'], argv: LoadOptions['argv'] = {}, cwd?: string) => {
  const [configured] = load(env, argv, cwd).environments
  return configured?.kind === 'ready' ? configured.environment : configured
}

describe('the language of the pages', () => {
  test('is English, that of KRR_LANG, or that of --lang before it', () => {
    expect(load({}).settings.language).toBe('en')
    expect(load({ KRR_LANG: 'nb' }).settings.language).toBe('nb')
    expect(load({ KRR_LANG: 'nb' }, { lang: 'en' }).settings.language).toBe('en')
  })

  test('another one is refused with those that there are', () => {
    expect(() => load({}, { lang: 'no' })).toThrow(/--lang .*one of en, nb.*"no"/)
    expect(() => load({ KRR_LANG: 'nn' })).toThrow(/KRR_LANG .*one of en, nb.*"nn"/)
  })
})

describe('loadConfiguration', () => {
  test('without any setting gives the embedded reference environment and the defaults', () => {
    inFolder((folder) => {
      const { settings, environments, warnings } = load({}, {}, folder)
      expect(settings).toEqual({
        reportDir: join(folder, 'reports'),
        stateDir: join(folder, '.krr'),
        stateKey: undefined,
        signingJwk: undefined,
        browserPath: undefined,
        browserWs: undefined,
        runSeconds: 3_600,
        contact: undefined,
        language: 'en',
        receivers: [],
        httpsProxy: undefined,
        noProxy: undefined,
      })
      expect(environments).toMatchObject([{ kind: 'embedded', name: 'reference' }])
      expect(warnings).toEqual([])
    })
  })

  test('fills in what is built in for test', () => {
    expect(ready(readyTest)).toEqual({
      name: 'test',
      keyName: 'TEST',
      production: false,
      apiUrl: 'https://test.kontaktregisteret.no/rest/v1/person',
      issuer: 'https://test.idporten.no',
      specUrl: undefined,
      clientId: 'sample-client',
      clientAuthentication: { method: 'client_secret', secret: 'sample-secret-of-test' },
      clientSecretExpires: undefined,
      redirectUri: 'http://localhost:3000/callback',
      pid: synthetic(9),
      expect: ['epostadresse', 'mobiltelefonnummer', 'digital_post', 'sertifikat'],
      scopes: [
        'krr:user/kontaktinformasjon.read',
        'krr:user/digitalpost.read',
        'krr:user/spraak.write',
      ],
      spraak: undefined,
      personas: {},
      login: 'testid',
      minid: undefined,
      acrValues: 'idporten-loa-substantial',
      loginHosts: [
        'test.idporten.no',
        'login.test.idporten.no',
        'testid.test.idporten.no',
        'login.test.minid.no',
      ],
      stepSeconds: 30,
      allowWrite: true,
      writeRefusal: undefined,
      ca: undefined,
      trustAnchors: [],
      jwsPin: undefined,
      jwsOrgnr: '991825827',
      expiryWaitSeconds: 0,
      maxRequestsPerSecond: 10,
    })
  })

  test('takes each setting over its default', () => {
    inFolder((folder) => {
      const jwk = sampleJwk()
      writeFileSync(join(folder, 'roots.pem'), `${samplePem}\n${samplePem}`)
      writeFileSync(join(folder, 'jwk.json'), JSON.stringify(jwk))
      const { KRR_MINE_CLIENT_SECRET: _, ...rest } = readyMine
      const env = {
        ...rest,
        KRR_MINE_CLIENT_JWK: 'jwk.json',
        KRR_MINE_SPEC_URL: 'https://krr.example.com/spec?format=json',
        KRR_MINE_REDIRECT_URI: 'https://app.example.com/callback',
        KRR_MINE_PID_RESERVED: synthetic(11),
        KRR_MINE_EXPECT: 'epostadresse, sertifikat',
        KRR_MINE_SPRAAK: 'nn',
        KRR_MINE_LOGIN: 'minid',
        KRR_MINE_MINID_PASSWORD: 'a password',
        KRR_MINE_MINID_OTC: '12345',
        KRR_MINE_SCOPES: 'krr:user/spraak.write, krr:user/kontaktinformasjon.read',
        KRR_MINE_ACR: 'idporten-loa-high eidas-loa-high',
        KRR_MINE_ALLOW_WRITE: 'true',
        KRR_MINE_CA: 'roots.pem',
        KRR_MINE_TRUST_ANCHORS: 'roots.pem',
        KRR_MINE_JWS_PIN: 'AB:'.repeat(31).concat('AB'),
        KRR_MINE_JWS_ORGNR: '974760673',
        KRR_MINE_EXPIRY_WAIT_SECONDS: '180',
        KRR_MINE_MAX_REQUESTS_PER_SECOND: '3',
      }
      expect(ready(env, {}, folder)).toMatchObject({
        clientAuthentication: { method: 'private_key_jwt', jwk },
        specUrl: 'https://krr.example.com/spec?format=json',
        redirectUri: 'https://app.example.com/callback',
        personas: { RESERVED: synthetic(11) },
        expect: ['epostadresse', 'sertifikat'],
        scopes: ['krr:user/kontaktinformasjon.read', 'krr:user/spraak.write'],
        spraak: 'nn',
        login: 'minid',
        minid: { password: 'a password', oneTimeCode: '12345' },
        acrValues: 'idporten-loa-high eidas-loa-high',
        allowWrite: true,
        ca: `${samplePem.trim()}\n${samplePem.trim()}`,
        trustAnchors: [samplePem.trim(), samplePem.trim()],
        jwsPin: 'ab'.repeat(32),
        jwsOrgnr: '974760673',
        expiryWaitSeconds: 180,
        maxRequestsPerSecond: 3,
      })
    })
  })

  test('--env comes before KRR_ENV; an alias and a repetition are the environment once', () => {
    const env = { ...readyTest, ...readyMine, KRR_ENV: 'prod' }
    const { environments } = load(env, { env: 'Mine, ver2,test' })
    expect(environments).toMatchObject([
      { environment: { name: 'mine' } },
      { environment: { name: 'test' } },
    ])
  })

  test('without variables given reads those of the process and of .env in the folder', () => {
    inFolder((folder) => {
      const lines = Object.entries(readyTest).map(([key, value]) => `${key}=${value}`)
      writeFileSync(join(folder, '.env'), `${lines.join('\n')}\n`)
      const { environments, warnings } = loadConfiguration({ argv: { env: 'test' }, cwd: folder })
      expect(environments).toMatchObject([{ environment: { pid: readyTest.KRR_TEST_PID } }])
      expect(warnings).toEqual([])
    })
  })

  test('an environment that cannot be used leaves the others as they are', () => {
    const { environments } = load({ ...readyTest, KRR_ENV: 'prod,test' })
    expect(environments).toMatchObject([{ kind: 'unusable', name: 'prod' }, { kind: 'ready' }])
  })

  test('a problem of the whole run is thrown together with those of its environments', () => {
    const env = { ...readyTest, KRR_CONTACT: 'nobody', KRR_TEST_ACR: 'Level4' }
    expect(() => load(env)).toThrow(
      new ConfigurationError([
        'KRR_CONTACT must be an e-mail address or an https URL, but is "nobody"; set it in .env (see .env.example)',
        'KRR_TEST_ACR must be one or more of idporten-loa-low, eidas-loa-low, idporten-loa-substantial, eidas-loa-substantial, idporten-loa-high, eidas-loa-high, separated by spaces, but is "Level4"; set it in .env (see .env.example)',
      ]),
    )
  })

  test('the proxy is also read in lower case, and may be named without a scheme', () => {
    const { settings } = load({ https_proxy: 'proxy.example.com:3128', no_proxy: 'localhost' })
    expect(settings).toMatchObject({
      httpsProxy: 'http://proxy.example.com:3128',
      // And never before this machine.
      noProxy: 'localhost,localhost,127.0.0.1,[::1]',
    })
  })

  test.each([
    [' * ', '*'],
    ['none.invalid,*', '*'],
    ['2001:db8::1 krr.example.', '[2001:db8::1],krr.example,localhost,127.0.0.1,[::1]'],
    ['krr.example.:8443', 'krr.example:8443,localhost,127.0.0.1,[::1]'],
  ])('NO_PROXY of "%s" is read as %s', (noProxy, read) => {
    const { settings } = load({ HTTPS_PROXY: 'http://proxy.example:3128', NO_PROXY: noProxy })
    expect(settings.noProxy).toBe(read)
  })

  test('a folder for reports that is a file is found before anything runs', () => {
    inFolder((folder) => {
      mkdirSync(join(folder, 'out'))
      writeFileSync(join(folder, 'reports'), '')
      expect(() => load({}, {}, folder)).toThrow(
        'KRR_REPORT_DIR must be a folder that can be written to, but is "reports": a file is there, not a folder; set it in .env',
      )
      expect(load({ KRR_REPORT_DIR: 'out/new' }, {}, folder).settings.reportDir).toBe(
        join(folder, 'out/new'),
      )
    })
  })
})
