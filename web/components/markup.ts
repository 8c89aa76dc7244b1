import type { ReactNode } from 'react'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'

/** One element as tests ask for it. */
export interface Found {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  /** Words inside, as a screen reader would meet them: hidden parts left out, white space folded. */
  readonly text: string
}

const voids = new Set(['input', 'img', 'br', 'hr', 'meta', 'link'])
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
const plain = (text: string): string => text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)

interface Open {
  readonly found: { tag: string; attributes: Record<string, string>; text: string }
  readonly hidden: boolean
}

/** Reads markup React made (well-formed by construction) into a flat list of elements, in document order. */
const read = (html: string): Found[] => {
  const all: Found[] = []
  const open: Open[] = []
  for (const [token] of html.matchAll(/<[^>]+>|[^<]+/g)) {
    if (!token.startsWith('<')) {
      if (!open.some(({ hidden }) => hidden)) for (const { found } of open) found.text += plain(token)
      continue
    }
    if (token.startsWith('</')) {
      open.pop()
      continue
    }
    const tag = token.match(/^<([\w-]+)/)?.[1] ?? ''
    const attributes = Object.fromEntries(
      [...token.slice(tag.length + 1).matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, n = '', v = '']) => [n, plain(v)]),
    )
    const found = { tag, attributes, text: '' }
    all.push(found)
    if (!voids.has(tag) && !token.endsWith('/>')) open.push({ found, hidden: attributes['aria-hidden'] === 'true' })
  }
  for (const found of all) (found as { text: string }).text = found.text.replace(/\s+/g, ' ').trim()
  return all
}

/** Markup of a component for tests of its names, roles and labels — without a browser, as the server would send it. */
export const markup = (node: ReactNode) => {
  const html = renderToStaticMarkup(createElement(MemoryRouter, null, node))
  const elements = read(html)
  const byId = (id: string): Found | undefined => elements.find(({ attributes }) => attributes.id === id)
  const all = (tag: string): Found[] => elements.filter((element) => element.tag === tag)
  const get = (tag: string): Found => {
    const found = elements.find((element) => element.tag === tag)
    if (!found) throw new Error(`no <${tag}> in ${html}`)
    return found
  }
  /** The control a label with these words belongs to, and the texts tied to it by aria-describedby. */
  const control = (label: string) => {
    const found = all('label').find(({ text }) => text.startsWith(label))
    const id = found?.attributes.for ?? ''
    const element = byId(id)
    if (!element) throw new Error(`no control labelled ${label} in ${html}`)
    const described = (element.attributes['aria-describedby'] ?? '').split(' ').filter(Boolean)
    const missing = described.filter((each) => !byId(each))
    if (missing.length > 0) throw new Error(`aria-describedby names ${missing}, not there`)
    return { ...element, description: described.map((each) => byId(each)?.text ?? '').join(' ') }
  }
  return { html, all, get, byId, control, text: elements.map(({ text }) => text).at(0) ?? '' }
}
