import type { Environment } from '../../config/environment.ts'

/** How an operator logs in: in a window of this machine, or in a browser of their own, whose address they paste. */
export type OperatorWay = 'window' | 'paste'

export interface Surroundings {
  readonly hasDisplay: boolean
  /** `KRR_BROWSER_WS` is set: nobody sits in front of that browser. */
  readonly isRemoteBrowser: boolean
  readonly canPaste: boolean
}

/** The way that the surroundings allow; undefined where there is none. */
export const operatorWay = (surroundings: Surroundings): OperatorWay | undefined => {
  const { hasDisplay, isRemoteBrowser, canPaste } = surroundings
  if (hasDisplay && !isRemoteBrowser) return 'window'
  return canPaste ? 'paste' : undefined
}

/** Why nobody can log in here, and what to do. */
export const noWay = (
  { keyName }: Pick<Environment, 'keyName'>,
  { isRemoteBrowser }: Pick<Surroundings, 'isRemoteBrowser'>,
): string => {
  const window = isRemoteBrowser
    ? 'a window (unset KRR_BROWSER_WS)'
    : 'a display on which a browser window can open (DISPLAY or WAYLAND_DISPLAY)'
  return (
    `KRR_${keyName}_LOGIN=operator needs a person at hand, with ${window}, or with a terminal or a piped line at ` +
    'which to paste an address, but there is neither; run it where there is one'
  )
}
