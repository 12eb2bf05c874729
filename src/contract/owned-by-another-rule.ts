import type { ErrorObject } from 'ajv'

/** Keywords on the form of a string, as opposed to its being one. */
const form: ReadonlySet<string> = new Set(['pattern', 'minLength', 'maxLength', 'format', 'enum'])

/** Strings whose form has a rule of its own: KRR-BODY-012, 013, 016 and 018. */
const ownForm: ReadonlySet<string> = new Set([
  '/kontaktinformasjon/epostadresse',
  '/kontaktinformasjon/mobiltelefonnummer',
  '/sertifikat',
  '/digital_post/postkasseleverandoeradresse',
])

/** Members whose presence has a rule of its own: KRR-BODY-014 and 025. */
const ownPresence = /_oppdatert$|^reservasjonstidspunkt$/

/** That a schema closes itself against what it does not name: KRR-BODY-021 reports it. */
const closing: ReadonlySet<string> = new Set(['additionalProperties', 'unevaluatedProperties'])

/**
 * Whether what the schema says here is for a rule that is no MUST. The transcribed snapshot says none of
 * it; one that was pulled may.
 */
export const ownedByAnotherRule = ({ instancePath, keyword, params }: ErrorObject): boolean =>
  closing.has(keyword) ||
  (form.has(keyword) && ownForm.has(instancePath)) ||
  (keyword === 'required' && ownPresence.test(String(params['missingProperty'])))
