/** Edits the segments of a compact JWS (RFC 7515, 3.1), and nothing about how they are put together. */
export const withSegments = (
  compact: string,
  edit: (header: string, payload: string, signature: string) => readonly string[],
): string => {
  const [header = '', payload = '', signature = ''] = compact.split('.')
  return edit(header, payload, signature).join('.')
}

/** JSON as a segment. */
export const segmentOf = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url')
