/** The command that makes the report of an environment anew. */
export const runCommand = (environment: string): string => `npm test -- --env ${environment}`
