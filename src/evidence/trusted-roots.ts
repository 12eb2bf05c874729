import tls from 'node:tls'

const contexts = new Map<string, tls.SecureContext>()

/**
 * Trusts these roots beside the built-in ones. They are added to a context that has those: handed in as a list, all of
 * them would be parsed again in each thread, which takes 50 to 120 ms.
 */
export const contextTrusting = (ca: string): tls.SecureContext => {
  const known = contexts.get(ca)
  if (known !== undefined) return known
  const secureContext = tls.createSecureContext()
  secureContext.context.addCACert(ca)
  contexts.set(ca, secureContext)
  return secureContext
}
