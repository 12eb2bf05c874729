import type { LoginPage } from './login-page.ts'
import { minidCodePage, minidPage } from './minid.ts'
import {
  consentPage,
  contactInformationPage,
  cookiePage,
  languagePage,
  offerPage,
} from './optional.ts'
import { selectorPage } from './selector.ts'
import { testidPage } from './testid.ts'

const optionalPages = [contactInformationPage, consentPage, languagePage, offerPage]

/** The pages that a login by the method can meet, the most telling first. */
export const pagesOf = (method: 'testid' | 'minid'): readonly LoginPage[] =>
  method === 'testid'
    ? [cookiePage, testidPage, ...optionalPages, selectorPage]
    : [cookiePage, minidPage, minidCodePage, ...optionalPages, selectorPage]
