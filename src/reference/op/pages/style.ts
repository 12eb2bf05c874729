/** The one style sheet of the pages. */
export const style = 'body{font-family:system-ui}'
