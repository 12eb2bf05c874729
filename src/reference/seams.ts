import type { ApiSeams } from './api/seams.ts'
import type { OpSeams } from './op/seams.ts'

/** The places where a defect can enter the reference environment. Unmodified, each is the identity. */
export interface Seams extends ApiSeams, OpSeams {}
export type SeamName = keyof Seams

/** What a defect does at a seam: the value that goes on instead. */
export type Injection<S extends SeamName> = (
  value: Seams[S]['value'],
  context: Seams[S]['context'],
) => Seams[S]['value'] | Promise<Seams[S]['value']>

export type Injections = { readonly [S in SeamName]?: Injection<S> }

/** Hands a value through a seam; the servers call it wherever a defect could enter. */
export type PassThrough = <S extends SeamName>(
  seam: S,
  value: Seams[S]['value'],
  context: Seams[S]['context'],
) => Promise<Seams[S]['value']>

/** Seams with these injections; `onActivated` hears of each injection that was reached. */
export const seamsWith = (
  injections: Injections = {},
  onActivated: (seam: SeamName) => void = () => {},
): PassThrough => {
  const pass: PassThrough = async (seam, value, context) => {
    const inject = injections[seam]
    if (inject === undefined) return value
    onActivated(seam)
    return inject(value, context)
  }
  return pass
}
