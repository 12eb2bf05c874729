import type { OpContext } from './context.ts'

const maxBytes = 65_536

/** The fields of a posted form; what goes beyond 64 KiB is left unread. */
export const readForm = async (ctx: OpContext): Promise<URLSearchParams> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of ctx.req) {
    chunks.push(chunk as Buffer)
    length += (chunk as Buffer).length
    if (length > maxBytes) break
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}
