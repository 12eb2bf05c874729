export const contactScope = 'krr:user/kontaktinformasjon.read'
export const mailboxScope = 'krr:user/digitalpost.read'
export const languageScope = 'krr:user/spraak.write'

/** The three scopes of the user-specific API. */
export const userScopes: readonly string[] = [contactScope, mailboxScope, languageScope]
