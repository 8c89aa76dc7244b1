import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The Chromium of this machine, or the one CHROMIUM names. */
export const findChromium = (): string | undefined => process.env.CHROMIUM || PLACES.find((place) => existsSync(place))

/**
 * Makes sure there is a Chromium that can write Chinese: on a Debian whose packages we may install, installs it.
 * Gives what the person has to install where that is not so, and nothing when all is well.
 */
export const ensureChromium = (): string | undefined => {
  const missing = missingPackages()
  if (missing.length === 0) return undefined
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (existsSync('/usr/bin/apt-get') && (root.length === 0 || run([...root, 'true']))) {
    console.log(`正在安装浏览器测试所需的 ${missing.join('、')}……`)
    const apt = [...root, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=180']
    run([...apt, 'update'])
    run([...apt, 'install', '-y', '--no-install-recommends', ...missing])
  }
  const still = missingPackages()
  return still.length === 0 ? undefined : `浏览器测试需要 ${still.join('、')}，请先安装（或用 CHROMIUM 指定浏览器）。`
}

/** As Debian calls them. Only where fonts can be listed is their absence known. */
const missingPackages = (): string[] => {
  const fonts = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  const unreadable = fonts.error === undefined && fonts.stdout.trim() === ''
  return [...(findChromium() === undefined ? ['chromium'] : []), ...(unreadable ? ['fonts-noto-cjk'] : [])]
}

const run = ([command = '', ...args]: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
