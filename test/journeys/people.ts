import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'

/** Somebody before a browser of their own, who finds things by what they read on the page. */
export interface Person {
  readonly name: string
  readonly page: Page
  readonly context: BrowserContext
  /** Goes to an address and waits until its scripts run. */
  readonly opens: (path: string) => Promise<void>
  /** Loads the page anew. */
  readonly looksAgain: () => Promise<void>
  readonly logsIn: (login: string, password: string) => Promise<void>
  readonly follows: (link: string | RegExp) => Promise<void>
  readonly presses: (button: string | RegExp) => Promise<void>
  readonly fills: (label: string | RegExp, text: string) => Promise<void>
  /** Waits until the words can be read. */
  readonly reads: (words: string | RegExp) => Promise<void>
  /** Opens the own messages and finds one. */
  readonly findsMessage: (words: string | RegExp) => Promise<void>
  /** Presses a button that acts at once and is gone when it has; throws with the words of a refusal. */
  readonly performs: (button: string) => Promise<void>
  /** Presses the button that asks first, fills in what it asks, and does it; throws with the words of a refusal. */
  readonly decides: (button: string, action: string, fill?: (dialog: Locator) => Promise<void>) => Promise<void>
  /** Asks the server for something the page does not offer, signed in as this person; gives status and refusal code. */
  readonly forces: (method: string, path: string, body: object) => Promise<{ status: number; code: string | undefined }>
  /** The browser is about to note a refused request or a lost network, and rightly so. */
  readonly awaitsFault: (fault: RegExp) => void
  /** What the browser noted against the page: script errors, refused requests; without those awaited. */
  readonly faults: () => readonly string[]
  readonly leaves: () => Promise<void>
}

/** What a person's machine is. */
export type Device = 'desk' | 'phone'

const devices = {
  desk: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
} as const

/** Longest wait for anything to show; machines that test may be slow. */
const PATIENCE_MS = 30_000

/** Waits until the scripts have taken over the page that the server sent, and have nothing left to do. */
const isAlive = async (page: Page): Promise<void> => {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__react')),
  )
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)))
}

/** Gives somebody a browser of their own, as if at another desk. */
export const introduce = async (
  browser: Browser,
  address: string,
  name: string,
  device: Device = 'desk',
): Promise<Person> => {
  const context = await browser.newContext({
    ...devices[device],
    baseURL: address,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const noted: string[] = []
  const awaited: RegExp[] = []
  context.on('weberror', (error) => noted.push(String(error.error())))
  context.on('console', (message) => {
    if (message.type() === 'error') noted.push(`${message.text()} ${message.location().url}`)
  })
  const page = await context.newPage()

  const opens = async (path: string): Promise<void> => {
    await page.goto(path, { waitUntil: 'domcontentloaded' })
    await isAlive(page)
  }
  const reads = (words: string | RegExp): Promise<void> => page.getByText(words).first().waitFor()
  /** Waits until it is done, which takes away what was asked, or throws with the words of the refusal. */
  const done = async (asked: Locator, refusals: Locator): Promise<void> => {
    const refusal = refusals.getByRole('alert').first()
    await Promise.race([asked.waitFor({ state: 'hidden' }), refusal.waitFor()])
    if (await refusal.isVisible()) throw new Error(`${name}没有办成：${await refusal.innerText()}`)
  }
  const performs = async (button: string): Promise<void> => {
    // While it is pending the button says so after its own words.
    const pressed = page.getByRole('button', { name: new RegExp(`^${button}\\s*(正在办理…?)?$`) })
    await pressed.click()
    await done(pressed, page.getByRole('main'))
  }
  const decides = async (
    button: string,
    action: string,
    fill: (dialog: Locator) => Promise<void> = async () => {},
  ): Promise<void> => {
    await page.getByRole('button', { name: button, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await fill(dialog)
    await dialog.getByRole('button', { name: action, exact: true }).click()
    await done(dialog, dialog)
  }
  const forces: Person['forces'] = async (method, path, data) => {
    const headers = { origin: address, 'idempotency-key': randomUUID() }
    const answer = await context.request.fetch(path, { method, data, headers })
    const { error } = (await answer.json()) as { error?: { code: string } }
    return { status: answer.status(), code: error?.code }
  }
  return {
    name,
    page,
    context,
    opens,
    looksAgain: async () => {
      await page.reload({ waitUntil: 'domcontentloaded' })
      await isAlive(page)
    },
    logsIn: async (login, password) => {
      await opens('/work')
      await page.getByLabel('手机号码或电子邮箱').fill(login)
      await page.getByLabel('密码').fill(password)
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await page.waitForURL((url) => url.pathname !== '/login', { waitUntil: 'domcontentloaded' })
      await isAlive(page)
    },
    follows: (link) =>
      page
        .getByRole('link', { name: link, exact: typeof link === 'string' })
        .first()
        .click(),
    presses: (button) =>
      page
        .getByRole('button', { name: button, exact: typeof button === 'string' })
        .first()
        .click(),
    fills: (label, text) => page.getByLabel(label, { exact: typeof label === 'string' }).fill(text),
    reads,
    findsMessage: async (words) => {
      await page.getByRole('link', { name: /^消息/ }).first().click()
      await page.getByRole('heading', { level: 1, name: /^消息/ }).waitFor()
      await page.getByRole('listitem').filter({ hasText: words }).first().waitFor()
    },
    performs,
    decides,
    forces,
    awaitsFault: (fault) => void awaited.push(fault),
    faults: () =>
      noted.filter((fault) => !awaited.some((pattern) => pattern.test(fault))).map((fault) => `${name}：${fault}`),
    leaves: () => context.close(),
  }
}

/** Pictures of what everybody is looking at, for a test that failed; gives the files. */
export const picture = async (people: Iterable<Person>, folder: string): Promise<readonly string[]> => {
  const taken: string[] = []
  for (const { name, page } of people) {
    const path = join(folder, `${name}.png`)
    try {
      await page.screenshot({ path, fullPage: true, timeout: 10_000 })
      taken.push(`${path} ${page.url()}`)
    } catch {
      // Somebody who already left has nothing to show.
    }
  }
  return taken
}
