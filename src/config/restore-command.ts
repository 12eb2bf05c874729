/** The command that puts a language back, with the consent that a write to production takes. */
export const restoreCommand = (environment: string, production: boolean): string =>
  `npm run krr -- restore --env ${environment}${production ? ' --confirm-national-register' : ''}`
