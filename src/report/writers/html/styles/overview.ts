/** The page of all environments. */
export const overviewStyle = ``
