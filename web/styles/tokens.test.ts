import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

const block = (selector: string, from = 0): Record<string, string> => {
  const start = css.indexOf(`${selector} {`, from)
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start))
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  )
}

const light = block(':root')
const dark = block(":root[data-theme='dark']")
const system = block(":root:not([data-theme='light']):not([data-theme='dark'])")

const channel = (value: number): number => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

/** Text on ground, as the components use them. */
const texts: readonly (readonly [string, string])[] = [
  ...['paper', 'paper-2', 'sheet', 'act-wash'].flatMap((ground) =>
    ['ink', 'ink-2', 'ink-3', 'link', 'act', 'fail', 'pass', 'open'].map((ink) => [ink, ground] as const),
  ),
  ...['paper', 'sheet'].map((ground) => ['seal', ground] as const),
  ['ink-2', 'paper-2'],
  ['act-ink', 'act'],
  ['act-ink', 'act-hover'],
  ['seal-ink', 'seal'],
  ...['pass', 'open', 'fail', 'plain'].map((tone) => [tone, `${tone}-ground`] as const),
  ...['step-1', 'step-3'].map((step) => [`${step}-ink`, step] as const),
  ['step-2-ink', 'step-2-deep'],
  ...[0, 1, 2, 3, 4].map((level) => [`tile-${level}-ink`, `tile-${level}`] as const),
  ['ink', 'mark-ground'],
  ['viewer-ink', 'viewer'],
  ['viewer-ink', 'viewer-bar'],
  ['step-3', 'sheet'],
]

/** Edges and pictures a reader must be able to make out (3:1). */
const shapes: readonly (readonly [string, string])[] = [
  ['control-line', 'sheet'],
  ['control-line', 'paper'],
  ['step-2', 'sheet'],
  ['seal', 'sheet'],
  ['focus', 'paper'],
  ['focus', 'sheet'],
]

describe.each([
  ['浅色', light],
  ['深色', dark],
])('%s配色', (_, tokens) => {
  const value = (name: string): string => {
    const found = tokens[name]
    if (found === undefined) throw new Error(`no token --${name}`)
    return found
  }
  test.each(texts)('文字 %s 在 %s 上不低于 4.5:1（AA）', (ink, ground) => {
    expect(contrast(value(ink), value(ground))).toBeGreaterThanOrEqual(4.5)
  })
  test.each(shapes)('图形 %s 在 %s 上不低于 3:1（AA）', (shape, ground) => {
    expect(contrast(value(shape), value(ground))).toBeGreaterThanOrEqual(3)
  })
})

describe('配色', () => {
  test('深浅两套名称一致，随系统的深色与手选的深色逐项相同', () => {
    expect(Object.keys(dark)).toEqual(Object.keys(light))
    expect(system).toEqual(dark)
  })
})
