import { isPersonidentifikator } from '../personidentifikator.ts'
import { accepted, type Form, refused } from './form.ts'

/** The number of a test user; whether it has to be synthetic depends on the environment. */
export const personidentifikator: Form<string> = {
  accepts: 'a personidentifikator of 11 digits',
  parse: (text) => {
    if (isPersonidentifikator(text)) return accepted(text)
    return refused(/^\d{11}$/.test(text) ? 'its date or its control digits do not fit' : undefined)
  },
}
