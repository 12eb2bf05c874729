import { jsonLimit } from '../../evidence/json.ts'

/** Strict JSON, or what keeps the bytes from being it, in words. */
export type StrictJson =
  | { readonly isJson: true; readonly text: string; readonly value: unknown }
  | { readonly isJson: false; readonly fault: string }

const byteOrderMark = [0xef, 0xbb, 0xbf]

/**
 * Reads bytes as RFC 8259 wants them between systems: UTF-8 without a byte order mark, one value, and
 * nothing but white space around it. A parser's own message would quote the content, so none is given.
 */
export const readStrictJson = (bytes: Uint8Array): StrictJson => {
  if (bytes.length === 0) return { isJson: false, fault: 'no bytes at all' }
  if (byteOrderMark.every((byte, index) => bytes[index] === byte)) {
    return { isJson: false, fault: 'a byte order mark at the beginning' }
  }
  const text = decoded(bytes)
  if (text === undefined) return { isJson: false, fault: 'bytes that are not UTF-8' }
  const over = jsonLimit(text)
  if (over !== undefined) return { isJson: false, fault: `JSON with ${over}` }
  try {
    const value: unknown = JSON.parse(text)
    return { isJson: true, text, value }
  } catch {
    return { isJson: false, fault: 'text that is no JSON value, or something behind one' }
  }
}

const decoded = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
