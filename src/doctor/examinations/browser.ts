import { type Line, ok, problem, warning } from '../line.ts'

/** The browser that a run would use. */
export type BrowserReading =
  | { readonly kind: 'starts'; readonly path: string }
  | { readonly kind: 'remote' }
  | { readonly kind: 'fails'; readonly key: string; readonly says: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unneeded' }

/** Whether a browser is there and starts. */
export const browserStarts = (reading: BrowserReading): readonly Line[] => {
  const key = 'KRR_BROWSER_PATH'
  switch (reading.kind) {
    case 'starts':
      return [ok(key, `${reading.path} starts`)]
    case 'remote':
      return [ok('KRR_BROWSER_WS', 'the remote browser answers')]
    case 'fails':
      return [problem(reading.key, reading.says, 'start it by hand to see why, or set another')]
    case 'none':
      return [
        warning(
          key,
          'no browser is found; the run would try to install one',
          'install Chrome, Chromium or Edge, set KRR_BROWSER_PATH, or use LOGIN=headless',
        ),
      ]
    case 'unneeded':
      return []
    default:
      return reading satisfies never
  }
}
