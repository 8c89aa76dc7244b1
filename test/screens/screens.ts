import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { audit, overflow } from './audit.ts'
import { launchChromium } from './chromium.ts'

/**
 * Takes pictures of pages for looking at, and says what is wrong with them:
 *
 *   node test/screens/screens.ts http://127.0.0.1:4380/ /self-check --out /tmp/screens [--dark] [--large] [--no-script]
 *
 * The first address is absolute and names the host. Each page is taken at 1280 and 390 (and 360) wide, with axe-core's
 * findings, sideways overflow, console errors and refused requests printed. Exit status 1 when anything was found.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: '/tmp/screens' },
    dark: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    'no-script': { type: 'boolean', default: false },
    cookie: { type: 'string' },
  },
})

const widths = [
  { name: 'desktop', width: 1280, height: 900 },
  { name: 'phone', width: 390, height: 844 },
]

const [first] = positionals
if (first === undefined) throw new Error('give at least one address')
const { origin } = new URL(first)
await mkdir(values.out, { recursive: true })
const browser = await launchChromium()
const found: string[] = []

const listen = (page: Page, name: string): void => {
  page.on('console', (message) => message.type() === 'error' && found.push(`${name}: console: ${message.text()}`))
  page.on('pageerror', (error) => found.push(`${name}: ${error.message}`))
}

const suffix = `${values.dark ? '-dark' : ''}${values.large ? '-large' : ''}${values['no-script'] ? '-no-script' : ''}`

for (const { name, width, height } of widths) {
  const options: BrowserContextOptions = {
    viewport: { width, height },
    colorScheme: values.dark ? 'dark' : 'light',
    javaScriptEnabled: !values['no-script'],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
  }
  const context = await browser.newContext(options)
  if (values.large) await context.addCookies([{ name: 'tidu-display', value: 'large.system', url: origin }])
  if (values.cookie !== undefined) {
    const [cookie, ...rest] = values.cookie.split('=')
    await context.addCookies([{ name: cookie ?? '', value: rest.join('='), url: origin }])
  }
  const page = await context.newPage()
  listen(page, name)
  for (const address of positionals) {
    const url = new URL(address, origin)
    await page.goto(url.href, { waitUntil: 'networkidle' })
    const file = `${`${url.pathname}${url.search}`.replace(/[^\w-]+/g, '_').replace(/^_|_$/g, '') || 'home'}-${name}${suffix}.png`
    await page.screenshot({ path: join(values.out, file), fullPage: true })
    const wide = await overflow(page)
    if (wide > 0) found.push(`${name} ${url.pathname}: ${wide}px wider than the window`)
    if (!values['no-script']) for (const line of await audit(page)) found.push(`${name} ${url.pathname}: ${line}`)
    console.log(join(values.out, file))
  }
  await context.close()
}
await browser.close()
for (const line of found) console.error(line)
process.exitCode = found.length > 0 ? 1 : 0
