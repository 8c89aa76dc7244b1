import { Card } from '../../components/card/Card.tsx'
import type { Sheet } from './sheet.ts'
import { type Where, whereIs } from './where.ts'

const SHOWN = 5

const Links = ({ places }: { readonly places: readonly Where[] }) => (
  <ol className="missing">
    {places.map(({ path, label }) => (
      <li key={path}>
        <a href={`#${path}`} onClick={() => document.getElementById(path)?.focus()}>
          {label}
        </a>
      </li>
    ))}
  </ol>
)

/** What is unknown and can still change the outcome, most decisive first; each leads to its place in the form. */
export const MissingList = ({ sheet, missing }: { readonly sheet: Sheet; readonly missing: readonly string[] }) => {
  const places = missing.flatMap((path) => whereIs(sheet, path) ?? [])
  const seen = places.filter(({ path }, index) => places.findIndex((other) => other.path === path) === index)
  if (seen.length === 0) return null
  return (
    <Card title={`还有 ${seen.length} 项会影响结论`} aside="影响大的在前">
      <Links places={seen.slice(0, SHOWN)} />
      {seen.length > SHOWN && (
        <details>
          <summary>其余 {seen.length - SHOWN} 项</summary>
          <Links places={seen.slice(SHOWN)} />
        </details>
      )}
    </Card>
  )
}
