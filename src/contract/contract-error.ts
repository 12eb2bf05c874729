/** The contract's own files cannot be used: missing, edited by hand, or not what they say. */
export class ContractError extends Error {
  override readonly name = 'ContractError'
  readonly code = 'CONTRACT'
}
