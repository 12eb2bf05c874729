import { base } from './styles/base.ts'
import { overviewStyle } from './styles/overview.ts'
import { palette } from './styles/palette.ts'
import { print } from './styles/print.ts'
import { reportStyle } from './styles/report.ts'

/** The whole look of the pages: light and dark, screen and print, no font, image or motion. */
export const stylesheet = [palette, base, reportStyle, overviewStyle, print]
  .join('')
  .replaceAll(/\n\s*/g, '\n')
