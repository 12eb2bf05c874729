/** A masked picture of the page where a login stopped. */
export interface Screenshot {
  readonly environment: string
  /** `login-MAIN-testid`. */
  readonly name: string
  readonly png: Uint8Array
}

/** The file of a picture in the folder of its report. */
export const pictureFile = ({
  name,
  png,
}: Screenshot): readonly [path: string, png: Uint8Array] => [
  `${name.replace(/[^A-Za-z0-9-]/g, '-')}.png`,
  png,
]
