// Written out rather than taken from the contract, so that a page that only shows documents does not load its schemas;
// the test beside holds the two together.

/** Where an officer, or the claimant who gave it, reads a piece of evidence. */
export const officeEvidence = (authority: string, id: string): string => `/api/evidence/${authority}/${id}`

/** Where a firm's people read their own. */
export const enterpriseEvidence = (enterprise: string, id: string): string =>
  `/api/enterprises/${enterprise}/evidence/${id}`

/** The same for saving instead of showing. */
export const forSaving = (href: string): string => `${href}?download=1`
