import type { DefectAt } from '../defect.ts'

/** The handler was never registered; what comes is neither the one nor the other. */
export const errorHasTheShapeOfTheFramework: DefectAt<'errorDocument'> = {
  id: 'DEF-ERR-ERROR-HAS-THE-SHAPE-OF-THE-FRAMEWORK',
  title: 'the errors of refused documents have the shape of the framework',
  family: 'errors and disclosure',
  seam: 'errorDocument',
  violates: ['KRR-ERR-004'],
  inject: (error, { status, request }) =>
    status === 400
      ? {
          timestamp: error['timestamp'],
          status,
          error: error['error'],
          path: request.path,
        }
      : error,
}
