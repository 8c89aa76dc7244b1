/** Lets the browser keep this page for use without network. Needs a secure origin; elsewhere nothing happens. */
export const keepOffline = (): void => {
  if (!window.isSecureContext || !('serviceWorker' in navigator)) return
  // Failing to keep the page is no failure of the page.
  navigator.serviceWorker.register('/offline.js').catch(() => {})
}
