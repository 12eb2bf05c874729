/**
 * The places where a defect can enter the reference environment. Each names what passes through it;
 * `context` is read-only. Unmodified, every seam is the identity.
 */
export interface Seams {
  /* filled in by the servers */
}
