import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../browser/open-browser.ts'
import { settings } from '../session.fixture.ts'
import { pagesOf } from './index.ts'
import type { LoginPage, LoginSubject } from './login-page.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser({ settings, redirectUri: 'http://localhost:3000/callback' })
  page = await browser.newPage()
})
afterAll(() => browser.close())

const login: LoginSubject = {
  persona: 'MAIN',
  pid: '20914695016',
  level: 'idporten-loa-substantial',
  method: 'testid',
  minid: { password: 'password01', oneTimeCode: '12345' },
  confirmationRefusal: undefined,
  environment: { loginHosts: [], keyName: 'MINE' },
  onProgress: () => {},
}
const refusing: LoginSubject = { ...login, confirmationRefusal: '--no-write' }

/** What was done on a page: by which page object, what was pressed, what is filled in, why it was left alone. */
interface Done {
  readonly by: string
  readonly pressed: string
  readonly filled: readonly string[]
  readonly refused?: string
}

/** Shows the markup and lets whichever page object takes it act, as a login would. */
const actOn = async (markup: string, subject: LoginSubject = login): Promise<Done> => {
  await page.setContent(markup)
  await page.evaluate(() => {
    document.addEventListener('click', (event) => {
      event.preventDefault()
      const [target] = event.composedPath()
      const element = target as HTMLElement
      document.body.dataset['pressed'] = (element.innerText || element.id).replaceAll('\n', ' ')
    })
  })
  let taker: LoginPage | undefined
  for (const candidate of pagesOf(subject.method))
    if (await candidate.isHere(page)) {
      taker = candidate
      break
    }
  let refused: string | undefined
  await taker?.act(page, subject).catch((error: Error) => {
    refused = error.message
  })
  const pressed = (await page.locator('body').getAttribute('data-pressed')) ?? ''
  const filled = await page
    .locator('input')
    .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value))
  return { by: taker?.name ?? 'nobody', pressed, filled, ...(refused && { refused }) }
}

const shadow = (inner: string) => `<template shadowrootmode="open">${inner}</template>`

/** What the selector is made of, as public test suites find their way on it: facts, not their code. */
const bankid =
  '<a href="/authorize/bankid">BankID Bruk BankID-app, kodebrikke eller BankID på mobil</a>'
const both = (first: string, second: string) =>
  `<ul><li>${bankid}</li><li>${first}</li><li>${second}</li></ul>`
const selectors = [
  [
    'Altinn/app-frontend-react, 2026: href',
    '<a href="/authorize/testid2">Ny tekst, nivå 4</a>',
    '<a href="/authorize/testid1">Ny tekst</a>',
  ],
  [
    'Altinn access-management, 2025: the name "TestID Lag din egen testbruker"',
    '<a href="#2">TestID på nivå høyt Lag din egen testbruker</a>',
    '<a href="#1">TestID Lag din egen testbruker</a>',
  ],
  [
    'navikt kabal and klage, 2025: the text "TestID på nivå høyt"',
    '<a href="#2"><b>TestID på nivå høyt</b></a>',
    '<a href="#1"><b>TestID</b></a>',
  ],
  [
    'fellesdatakatalog, 2024: the id testid1',
    '<a id="testid2" href="#2">Testbruker høy</a>',
    '<a id="testid1" href="#1">Testbruker</a>',
  ],
  [
    'dialogporten, k6, 2025: href with a query',
    '<a href="https://login.test.idporten.no/authorize/testid2?service=x">Høy</a>',
    '<a href="https://login.test.idporten.no/authorize/testid1?service=x">Vanlig</a>',
  ],
  [
    'an icon’s text at the end of the name, 2026',
    '<a href="/authorize/testid2">TestID på nivå høyt Lag din egen testbruker ekstern lenke</a>',
    '<a href="/authorize/testid1">TestID Lag din egen testbruker ekstern lenke</a>',
  ],
] as const

describe('selector', () => {
  describe.each(selectors)('%s', (_, high, substantial) => {
    const words = (markup: string) => markup.replace(/<[^>]+>/g, '')

    test.each([
      ['idporten-loa-substantial', substantial],
      ['idporten-loa-high', high],
    ])('at %s', async (level, expected) => {
      for (const markup of [both(high, substantial), both(substantial, high)]) {
        const { by, pressed } = await actOn(markup, { ...login, level })
        expect([by, pressed]).toEqual(['selector', words(expected)])
      }
    })
  })

  test('one TestID alone is taken whatever its level', async () => {
    const markup = both('<a href="/authorize/testid2">TestID</a>', '')
    expect((await actOn(markup)).pressed).toBe('TestID')
  })

  test.each([
    ['<a href="/x">MinID-app Logg inn med appen</a>', '<a href="/y">MinID Passord og kode</a>'],
    ['<button>MinID-app</button>', '<button>MinID Passord og kode</button>'],
    ['<a href="/authorize/minid-app">MinID-app</a>', '<a href="/authorize/minid">Passord</a>'],
  ])('%s is not the selector’s MinID', async (app, minid) => {
    const words = minid.replace(/<[^>]+>/g, '')
    const done = await actOn(both(app, minid), { ...login, method: 'minid' })
    expect([done.by, done.pressed]).toEqual(['selector', words])
  })
})

describe('TestID', () => {
  test.each([
    ['Personidentifikator (syntetisk)', 'Altinn, navikt, 2024 to 2026'],
    ['Syntetisk personidentifikator (pid)', 'navikt, 2025'],
  ])('"%s" takes the number, and the random person is not asked for (%s)', async (label) => {
    const markup = `<label for="pid">${label}</label><input id="pid" name="pid">
      <button id="populatePersonButton">Hent tilfeldig person</button><button id="submit">Autentiser</button>`
    expect(await actOn(markup)).toEqual({
      by: 'testid',
      pressed: 'Autentiser',
      filled: ['20914695016'],
    })
  })

  test.each(['id="pid" name="pid"', 'name="pid"'])(
    '%s does where labels have changed',
    async (attributes) => {
      const markup = `<input ${attributes}><button id="submit">Videre</button>`
      expect(await actOn(markup)).toEqual({
        by: 'testid',
        pressed: 'Videre',
        filled: ['20914695016'],
      })
    },
  )
})

describe('MinID', () => {
  const byMinid: LoginSubject = { ...login, method: 'minid' }

  test('fields in an open shadow root are found by label', async () => {
    const markup = `<x-form>${shadow(
      `<label>Fødselsnummer <input id="pid"></label><label>Passord <input id="password" type="password"></label>
       <button id="submit-button">Neste</button>`,
    )}</x-form>`
    expect(await actOn(markup, byMinid)).toEqual({
      by: 'minid',
      pressed: 'Neste',
      filled: ['20914695016', 'password01'],
    })
  })

  test('ids on the hosts of fields without labels do as well', async () => {
    const markup = `<x-field id="pid">${shadow('<input>')}</x-field>
      <x-field id="password">${shadow('<input type="password">')}</x-field>
      <x-button id="submit-button">${shadow('<span>OK</span>')}</x-button>`
    expect((await actOn(markup, byMinid)).filled).toEqual(['20914695016', 'password01'])
  })

  test('the one-time code goes into its own page', async () => {
    const markup = `<label>Engangskode <input id="otc"></label><button id="submit-button">Neste</button>`
    expect(await actOn(markup, byMinid)).toEqual({
      by: 'minid code',
      pressed: 'Neste',
      filled: ['12345'],
    })
  })
})

/**
 * Pages about contact information: heading, what else is on it, the button that is right where writing is allowed, and
 * whether it writes. difi/idporten-bekreft-kontaktinfo (2021), students' mock-ups (2023).
 */
const filled = '<label>E-post <input type="email" value="a@b.example"></label>'
const empty = '<label>E-post <input type="email"></label>'
const contactPages: readonly (readonly [
  heading: string,
  markup: string,
  right: string,
  writes: boolean,
])[] = [
  ['Kontaktinformasjon', '<button>Bekreft</button><button>Endre</button>', 'Bekreft', true],
  ['Kontaktopplysingar', '<button>Endre</button><button>Stadfest</button>', 'Stadfest', true],
  ['Confirm contact information', '<button>Confirm</button>', 'Confirm', true],
  ['Oktavuođadieđut', '<button>Duođaš</button>', 'Duođaš', true],
  ['Godkjenn kontaktinformasjon', '<button>Godkjenn</button>', 'Godkjenn', true],
  [
    'Er kontaktinformasjonen din riktig?',
    `${filled}<button>Avbryt</button><button>Neste</button>`,
    'Neste',
    true,
  ],
  [
    'Kontaktinformasjon',
    '<button id="idporten.inputbutton.CONTINUE_CONFIRM">…</button>',
    '…',
    true,
  ],
  ['Opprett kontaktinformasjon', `${empty}<button>Neste</button>`, 'Neste', false],
  [
    'Opprett kontaktinformasjon',
    `${empty}<button>Neste</button><button>Hopp over</button>`,
    'Hopp over',
    false,
  ],
  [
    'Din e-postadresse',
    `${filled}<button>Neste</button><a href="#">Hopp over</a>`,
    'Hopp over',
    false,
  ],
  [
    'Ditt mobilnummer',
    '<input type="tel"><button id="idporten.inputbutton.NEXT">Neste</button>',
    'Neste',
    false,
  ],
  [
    'Ditt mobilnummer',
    '<input type="tel" value="+4799999999"><button>Neste</button>',
    'Neste',
    true,
  ],
  ['Kontaktopplysingar', '<button>Stadfest</button><button>Ikkje no</button>', 'Ikkje no', false],
  ['Contact information', '<button>Confirm</button><button>Skip</button>', 'Skip', false],
  ['Your email address', '<input type="email"><button>Next</button>', 'Next', false],
  ['Kontaktinformasjon', '<button>Bekreft</button><button>Ikke nå</button>', 'Ikke nå', false],
  [
    'Kontaktinformasjon',
    '<button>Bekreft</button><button id="idporten.inputbutton.SKIP">→</button>',
    '→',
    false,
  ],
]

describe('contact information', () => {
  test.each(contactPages)('"%s" %s: "%s" is pressed', async (heading, markup, right, writes) => {
    const told: string[] = []
    const subject = { ...login, onProgress: (line: string) => void told.push(line) }
    const done = await actOn(`<h1>${heading}</h1>${markup}`, subject)
    expect([done.by, done.pressed]).toEqual(['contact information', right])
    expect(told).toEqual([
      expect.stringContaining(writes ? 'which writes to the register' : 'nothing was written'),
    ])
  })

  test.each(contactPages)(
    '"%s" %s without writing: "%s" if it does not write',
    async (heading, markup, right, writes) => {
      const done = await actOn(`<h1>${heading}</h1>${markup}`, refusing)
      expect([done.by, done.pressed]).toEqual(['contact information', writes ? '' : right])
      expect(done.refused).toBe(
        writes
          ? 'contact information would have to be confirmed, which is a write: --no-write'
          : undefined,
      )
    },
  )
})

describe('other optional pages', () => {
  test.each([
    ['Samtykke', 'Ikke godta', 'Godta'],
    ['Gi samtykke til deling', 'Avslå', 'Godkjenn'],
    ['Samtykke til tilgang', 'Avslå', 'Samtykker'],
    ['Consent', 'Decline', 'Accept'],
    ['Miehtan', 'Hilgo', 'Dohkket'],
  ])('consent, "%s", is given and not refused: not "%s" but "%s"', async (heading, no, yes) => {
    const markup = `<h1>${heading}</h1><button>${no}</button><button>${yes}</button>`
    for (const subject of [login, refusing])
      expect(await actOn(markup, subject)).toMatchObject({ by: 'consent', pressed: yes })
  })

  test('a button "Godkjenn" without a heading of consent is nobody’s', async () => {
    expect((await actOn('<h1>Vilkår</h1><button>Godkjenn</button>')).by).toBe('nobody')
  })

  test.each(['Hopp over', 'Ikke nå', 'Ikkje no', 'Skip'])(
    'an offer is declined: %s',
    async (no) => {
      const markup = `<h1>Ta i bruk passkey</h1><button>Ja</button><button>${no}</button>`
      for (const subject of [login, refusing])
        expect(await actOn(markup, subject)).toMatchObject({ by: 'offer', pressed: no })
    },
  )

  test('cookies are answered with as few as may be, and then the page below', async () => {
    const markup = `<div role="dialog" style="position:fixed;inset:0;background:#fff"><p>Vi bruker informasjonskapsler</p>
      <button>Godta alle</button><button>Kun nødvendige</button></div>
      <label>Personidentifikator (syntetisk) <input name="pid"></label><button id="submit">Autentiser</button>`
    expect(await actOn(markup)).toMatchObject({ by: 'cookies', pressed: 'Kun nødvendige' })
  })

  test('the language is bokmål', async () => {
    const markup = '<h1>Velg språk</h1><button>English</button><button>Bokmål</button>'
    expect(await actOn(markup)).toMatchObject({ by: 'language', pressed: 'Bokmål' })
  })

  test('what lies over a button is told', async () => {
    const markup = `<div style="position:fixed;inset:0;background:#fff">Vent litt</div>
      <label>Personidentifikator (syntetisk) <input name="pid"></label><button id="submit">Autentiser</button>`
    expect((await actOn(markup)).refused).toBe(
      'something lies over what has to be pressed: a dialog, or a question about cookies',
    )
  })
})

test('a page that is none of them is nobody’s', async () => {
  const markup = '<h1>Driftsmelding</h1><p>TestID er nede.</p><button>Lukk</button>'
  for (const method of ['testid', 'minid'] as const)
    expect((await actOn(markup, { ...login, method })).by).toBe('nobody')
})
