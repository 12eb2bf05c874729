const plainName = /^[A-Za-z_]{1,60}$/

/**
 * The JSON Pointer (RFC 6901) of a path, fit to be shown: a name that is no plain word or index may
 * itself be a personal value (an e-mail address as a member name) and is shown as `*`.
 */
export const jsonPointer = (path: readonly (string | number)[]): string =>
  path.map((step) => `/${typeof step === 'number' || plainName.test(step) ? step : '*'}`).join('')
