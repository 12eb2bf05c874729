import { consentPage } from './consent.ts'
import { contactInformationPage } from './contact-information.ts'
import { languagePage } from './language.ts'
import type { LoginPage } from './login-page.ts'
import { minidCodePage, minidPage } from './minid.ts'
import { selectorPage } from './selector.ts'
import { testidPage } from './testid.ts'

const optionalPages = [consentPage, contactInformationPage, languagePage]

/** The pages that a login by the method can meet, the most telling first. */
export const pagesOf = (method: 'testid' | 'minid'): readonly LoginPage[] =>
  method === 'testid'
    ? [testidPage, ...optionalPages, selectorPage]
    : [minidPage, minidCodePage, ...optionalPages, selectorPage]
