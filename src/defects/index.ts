import type { Defect } from './defect.ts'

/** Every defect, by family. */
export const defects: readonly Defect[] = []
