/** The seams of the person API. */
export interface ApiSeams {}
