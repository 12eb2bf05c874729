import type { Page } from 'playwright-core'
import { EvidenceUnavailableError } from '../../evidence/unavailable.ts'
import { isVisible, type LoginPage, press } from './login-page.ts'

const heading = (page: Page) =>
  page.getByRole('heading', { name: /kontaktinformasjon|kontaktopplysning|contact information/i })
const byId = (page: Page) => page.locator('#continueConfirmBtn, #continuebtn')

/** The question whether contact data are still right. To press through it is a write to the register. */
export const contactInformationPage: LoginPage = {
  name: 'contact information',
  takesCredentials: false,
  landmark: (page) => heading(page).or(byId(page)),
  isHere: (page) => isVisible(heading(page).or(byId(page))),
  async act(page, { persona, confirmationRefusal, onProgress }) {
    if (confirmationRefusal !== undefined)
      throw new EvidenceUnavailableError(
        `contact information would have to be confirmed, which is a write: ${confirmationRefusal}`,
      )
    onProgress(
      `login of ${persona}: contact information was confirmed, which writes to the register`,
    )
    const next = /^(Neste|Fortsett|Bekreft|Stadfest|Ja\b|Lagre|Next|Continue|Confirm)/i
    await press(page.getByRole('button', { name: next }), byId(page))
  },
}
