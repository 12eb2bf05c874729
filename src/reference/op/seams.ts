/** The seams of the OpenID provider. */
export interface OpSeams {}
