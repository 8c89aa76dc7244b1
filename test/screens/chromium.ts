import { type Browser, chromium } from 'playwright-core'
import { findChromium } from '../../bin/chromium.ts'

/** A Chromium of the system (`CHROMIUM` names another), without network use of its own. */
export const launchChromium = (): Promise<Browser> => {
  const executablePath = findChromium()
  if (executablePath === undefined)
    throw new Error('no Chromium found: install it (apt-get install chromium fonts-noto-cjk) or set CHROMIUM')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}
