import type { Locator, Page } from 'playwright'
import { EvidenceUnavailableError } from '../../evidence/transport.ts'
import { isVisible, type LoginPage, press } from './login-page.ts'

/** A way past a page that changes nothing: bokmål, nynorsk, Northern Sámi, English. */
const skipping =
  /^\s*(hopp over|ikke nå|ikkje no|senere|seinare|gá?hča badjel|skip|not now|later|maybe later)\s*$/i
const skip = (page: Page): Locator =>
  page
    .getByRole('button', { name: skipping })
    .or(page.getByRole('link', { name: skipping }))
    .or(page.locator('[id="idporten.inputbutton.SKIP"], [name="idporten.inputbutton.SKIP"]'))

const contactHeading = (page: Page): Locator =>
  page.getByRole('heading', {
    name: /kontaktinformasjon|kontaktopplys|contact (information|details)|e-?post|e-?mail|mobil|oktavuođa/i,
  })
const confirmById = (page: Page): Locator =>
  page.locator(
    '#continueConfirmBtn, #continuebtn, [id="idporten.inputbutton.CONTINUE_CONFIRM"], [id="idporten.inputbutton.CONTINUE"]',
  )
const nextById = (page: Page): Locator => page.locator('[id="idporten.inputbutton.NEXT"]')
const next = (page: Page): Locator =>
  page.getByRole('button', { name: /^\s*(neste|next|boahtte)\s*$/i }).or(nextById(page))
const confirm = (page: Page): Locator =>
  page.getByRole('button', {
    name: /^\s*(bekreft|stadfest|godkjenn|neste|fortsett|hald fram|ja\b|lagre|duođaš|boahtte|joatkke|confirm|next|continue|save)/i,
  })

/** Whether there are fields, and nothing in any of them: then the next page comes and nothing is written. */
const allEmpty = async (page: Page): Promise<boolean> => {
  const fields = page
    .locator('input:not([type]), input[type="text"], input[type="email"], input[type="tel"]')
    .filter({ visible: true })
  const values = await fields.evaluateAll((all) =>
    all.map((one) => (one as HTMLInputElement).value),
  )
  return values.length > 0 && values.every((value) => value.trim() === '')
}

/**
 * The questions about contact data: whether they are still right, or what they are. To press through one is a write to
 * the register; to skip it, or to go on with empty fields, is none, and is done first.
 */
export const contactInformationPage: LoginPage = {
  name: 'contact information',
  takesCredentials: false,
  landmark: (page) => contactHeading(page).or(confirmById(page)),
  isHere: (page) => isVisible(contactHeading(page).or(confirmById(page))),
  async act(page, { persona, confirmationRefusal, onProgress }) {
    if (await isVisible(skip(page))) {
      onProgress(`login of ${persona}: contact information was skipped, nothing was written`)
      return press(skip(page), skip(page))
    }
    if ((await isVisible(next(page))) && (await allEmpty(page))) {
      onProgress(`login of ${persona}: contact information was left empty, nothing was written`)
      return press(next(page), nextById(page))
    }
    if (confirmationRefusal !== undefined)
      throw new EvidenceUnavailableError(
        `contact information would have to be confirmed, which is a write: ${confirmationRefusal}`,
        { obstacle: { kind: 'other', step: 'contact information' } },
      )
    onProgress(
      `login of ${persona}: contact information was confirmed, which writes to the register`,
    )
    return press(confirm(page), confirmById(page))
  },
}

const consentHeading = (page: Page): Locator =>
  page.getByRole('heading', {
    name: /samtykk|tilgang|tilgjenge|deling|dele opplysn|consent|access|permission|miehta|mieđih/i,
  })
const accept = (page: Page): Locator =>
  page.getByRole('button', {
    name: /^\s*(godta|godkjenn|godkjent|samtykk|gi samtykke|gje samtykke|tillat|accept|agree|allow|consent|dohkket|mieđi)/i,
  })
const consentById = (page: Page): Locator => page.locator('[name="consentAccepted"]')
const consents = (page: Page): Locator => consentHeading(page).or(consentById(page))

/** The consent to the requested scopes, where one of them requires it. It has a heading of its own. */
export const consentPage: LoginPage = {
  name: 'consent',
  takesCredentials: false,
  landmark: consents,
  isHere: async (page) =>
    (await isVisible(consents(page))) &&
    (await isVisible(accept(page).or(consentById(page)))) &&
    !(await isVisible(contactHeading(page))),
  act: (page) => press(accept(page), consentById(page)),
}

/** An offer that may be declined: another eID, a passkey, a newsletter. It is no consent and no contact information. */
export const offerPage: LoginPage = {
  name: 'offer',
  takesCredentials: false,
  landmark: skip,
  isHere: (page) => isVisible(skip(page)),
  act: (page) => press(skip(page), skip(page)),
}

const cookieBanner = (page: Page): Locator =>
  page
    .locator('dialog, [role="dialog"], [role="alertdialog"], [id*="cookie" i], [class*="cookie" i]')
    .filter({ hasText: /informasjonskaps|cookie|diehtogáhk/i })
    .filter({ has: page.getByRole('button') })
const fewest =
  /nødvendig|naudsynt|avvis|avslå|ikke godta|ikkje godta|hilgo|necessary|essential|reject|decline|refuse/i

/** A question about cookies that lies over a page: as few as may be. */
export const cookiePage: LoginPage = {
  name: 'cookies',
  takesCredentials: false,
  landmark: cookieBanner,
  isHere: (page) => isVisible(cookieBanner(page)),
  act: (page) => {
    const buttons = cookieBanner(page).getByRole('button')
    return press(buttons.filter({ hasText: fewest }), buttons)
  },
}

const languageHeading = (page: Page): Locator =>
  page.getByRole('heading', {
    name: /^(velg språk|vel språk|choose (your )?language|vállje giela)/i,
  })
const bokmaal = (page: Page): Locator =>
  page
    .getByRole('button', { name: /bokmål/i })
    .or(page.getByRole('link', { name: /bokmål/i }))
    .or(page.getByRole('radio', { name: /bokmål/i }))

/** The question which language the pages are in; it says nothing to the register. */
export const languagePage: LoginPage = {
  name: 'language',
  takesCredentials: false,
  landmark: languageHeading,
  isHere: (page) => isVisible(languageHeading(page)),
  async act(page) {
    await press(bokmaal(page), page.locator('[lang="nb"], [value="nb"]'))
    const onward = page.getByRole('button', { name: /^(Neste|Fortsett|Lagre|Velg)/i })
    if (await isVisible(onward)) await press(onward, onward)
  },
}
