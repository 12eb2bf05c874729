import type { Page } from 'playwright'
import { EvidenceUnavailableError } from '../../evidence/transport.ts'
import { fill, isVisible, type LoginPage, type LoginSubject, press } from './login-page.ts'

// The fields are in open shadow roots, so an id may be the host's: then the field is inside it.
const field = (page: Page, id: string) => page.locator(`input#${id}, #${id} input`)
const passwordField = (page: Page) =>
  page.getByLabel(/Passord|Password/i).and(page.locator('input'))
const codeField = (page: Page) =>
  page.getByLabel(/Engangskode|Eingongskode|one-time code|\bOTC\b/i).and(page.locator('input'))

const submit = (page: Page): Promise<void> =>
  press(
    page.getByRole('button', {
      name: /^(Neste|Fortsett|Logg inn|Gå videre|Continue|Next|Log in)/i,
    }),
    page.locator('#submit-button'),
  )

const credentialsOf = ({ minid }: LoginSubject) => {
  if (minid !== undefined) return minid
  throw new EvidenceUnavailableError('no MinID password and one-time code are configured')
}

/** MinID's first page: number and password. */
export const minidPage: LoginPage = {
  name: 'minid',
  takesCredentials: true,
  landmark: (page) => passwordField(page).or(field(page, 'password')),
  isHere: (page) => isVisible(passwordField(page).or(field(page, 'password'))),
  async act(page, login) {
    const { password } = credentialsOf(login)
    const { environment, pid } = login
    const number = page.getByLabel(/Personidentifikator|Fødselsnummer|D-nummer|identity number/i)
    await fill(number.and(page.locator('input')), field(page, 'pid'), { value: pid, environment })
    await fill(passwordField(page), field(page, 'password'), { value: password, environment })
    await submit(page)
  },
}

/** MinID's second page: the one-time code. */
export const minidCodePage: LoginPage = {
  name: 'minid code',
  takesCredentials: true,
  landmark: (page) => codeField(page).or(field(page, 'otc')),
  isHere: (page) => isVisible(codeField(page).or(field(page, 'otc'))),
  async act(page, login) {
    const { environment } = login
    const { oneTimeCode } = credentialsOf(login)
    await fill(codeField(page), field(page, 'otc'), { value: oneTimeCode, environment })
    await submit(page)
  },
}
