/** The text of a JSON object with another member before its first one. */
export const withFirstMember = (json: Uint8Array, member: string): Uint8Array =>
  Buffer.concat([Buffer.from(`{${member},`), json.subarray(1)])
