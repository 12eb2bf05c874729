import { fieldValue, type JsonObject } from '../../reference/api/message.ts'
import type { Injection } from '../../reference/seams.ts'
import { memoryOf } from '../memory.ts'
import { asPresented, isRefusedFor } from './as-presented.ts'

/**
 * A cache of verified signatures whose key leaves out these claims: a token that was accepted once is accepted
 * whatever they say, and is refused as soon as another one differs.
 */
export const forgetting = (...left: readonly string[]): Injection<'authentication'> => {
  const verified = memoryOf(() => new Set<string>())
  return (authentication, context) => {
    const { request, people, presented } = context
    const [, , signature = ''] = fieldValue(request, 'authorization')?.split('.') ?? []
    const entry = JSON.stringify([signature, without(presented?.claims ?? {}, left)])
    if (authentication.kind === 'accepted') verified(people).add(entry)
    return asPresented(
      authentication,
      context,
      () => isRefusedFor(authentication, 'signature') && verified(people).has(entry),
    )
  }
}

const without = (claims: JsonObject, left: readonly string[]) =>
  Object.entries(claims).filter(([name]) => !left.includes(name))
