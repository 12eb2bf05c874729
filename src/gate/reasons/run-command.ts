/** The command that makes the report of an environment again. */
export const runCommand = (environment: string): string => `npm test -- --env ${environment}`
