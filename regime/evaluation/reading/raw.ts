/** A mapping of a parsed YAML document that the loader has checked. */
export type Raw = { readonly [key: string]: unknown }

export const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The entry as a mapping; empty where it is none. */
export const rawOf = (value: unknown): Raw => (isRaw(value) ? value : {})

/** The entry as a list of mappings; empty where it is none. */
export const rawList = (value: unknown): readonly Raw[] => (Array.isArray(value) ? value.map(rawOf) : [])

/** A scalar as text; undefined for anything else. */
export const scalarText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
