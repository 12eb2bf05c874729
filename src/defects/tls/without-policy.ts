import type { ApiResponse } from '../../reference/api/message.ts'

/** The response without `Strict-Transport-Security`. */
export const withoutPolicy = (response: ApiResponse): ApiResponse => ({
  ...response,
  fields: response.fields.filter(([name]) => name !== 'Strict-Transport-Security'),
})
