/** Whether the server says that something went wrong, with whomever. */
export const isError = (status: number): boolean => status >= 400

/** Whether the server says that it failed. */
export const isServerError = (status: number): boolean => status >= 500 && status <= 599

/** Whether the server says that the client erred. */
export const isRefusal = (status: number): boolean => status >= 400 && status <= 499

/** Whether the server says that the request was done. */
export const isSuccess = (status: number): boolean => status >= 200 && status <= 299
