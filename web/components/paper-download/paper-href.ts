// Written out rather than taken from the contract, so that a page that only offers a paper does not load its schemas; the
// test beside holds the two together.

/** Where an officer finds the paper of a case. */
export const officePaper = (id: string): string => `/api/cases/${id}/paper`

/** Where a firm's people find that of their own. */
export const enterprisePaper = (enterprise: string, id: string): string =>
  `/api/enterprises/${enterprise}/cases/${id}/paper`
