import { type Edition, loadEdition } from '../regime/evaluation/edition.ts'
import { readTerms } from '../regime/evaluation/loading/read-terms.ts'
import { type DocumentPath, StandardRefusal } from '../regime/evaluation/loading/standard-refusal.ts'
import type { Standard } from '../regime/evaluation/standard.ts'

/** Parsed YAML documents by their place below standards/, e.g. `miit-2022-63/innovative.yaml`. */
export type Documents = { readonly [file: string]: unknown }

/** A refusal with the file it happened in; the line is added where the text is at hand (standards/load.ts). */
export class CatalogueRefusal extends Error {
  readonly file: string
  readonly path: DocumentPath
  readonly problem: string

  constructor(file: string, { path, problem }: Pick<StandardRefusal, 'path' | 'problem'>) {
    super(`${file} ${path.join('.')}：${problem}`)
    this.name = 'CatalogueRefusal'
    this.file = file
    this.path = path
    this.problem = problem
  }
}

const TERMS = 'terms.yaml'
const SIZE = 'industries.yaml'

/** Terms of an instrument, with the size rules put where their name stands. */
const termsOf = (documents: Documents, instrument: string): unknown => {
  const own = documents[`${instrument}/${TERMS}`]
  if (typeof own !== 'object' || own === null || !('size' in own)) return own ?? {}
  const { size } = own as { readonly size: unknown }
  return { ...own, size: typeof size === 'string' ? documents[`${size}/${SIZE}`] : size }
}

/** A fault of an instrument's terms, in the file it stands in: they are read with the standard that needs them. */
const faultInTerms = (documents: Documents, instrument: string): CatalogueRefusal | undefined => {
  try {
    readTerms(termsOf(documents, instrument))
    return undefined
  } catch (refusal) {
    if (!(refusal instanceof StandardRefusal)) throw refusal
    const { path, problem } = refusal
    const own = documents[`${instrument}/${TERMS}`] as { readonly size?: unknown }
    const size = `${String(own.size)}/${SIZE}`
    return path[0] === 'size' && size in documents
      ? new CatalogueRefusal(size, { path: path.slice(1), problem })
      : new CatalogueRefusal(`${instrument}/${TERMS}`, refusal)
  }
}

const overlaps = (a: Standard, b: Standard): boolean => {
  const { inForce: first } = a.definition
  const { inForce: second } = b.definition
  return (first.to === null || second.from <= first.to) && (second.to === null || first.from <= second.to)
}

/** The standards of `loadEditions`. */
export const loadCatalogue = (documents: Documents): readonly Standard[] =>
  loadEditions(documents).map(({ standard }) => standard)

/**
 * Loads every standard of a set of documents, in the order of their files. Throws a CatalogueRefusal for one that does
 * not load, an id that is not its file's, and editions of one tier in force at the same time.
 */
export const loadEditions = (documents: Documents): readonly Edition[] => {
  const loaded: Edition[] = []
  for (const file of Object.keys(documents)) {
    const [instrument = '', name = ''] = file.split('/')
    if (name === TERMS || name === SIZE) continue
    try {
      const edition = loadEdition({ standard: documents[file], terms: termsOf(documents, instrument) })
      const { standard } = edition
      if (`${standard.id}.yaml` !== file) throw new StandardRefusal(['id'], `编号“${standard.id}”与文件“${file}”不符`)
      const other = loaded.find(
        (one) => one.standard.definition.tier === standard.definition.tier && overlaps(one.standard, standard),
      )
      if (other) throw new StandardRefusal(['in-force'], `施行期间与“${other.standard.id}”重叠，同一层次会有两个标准`)
      loaded.push(edition)
    } catch (refusal) {
      if (!(refusal instanceof StandardRefusal)) throw refusal
      throw faultInTerms(documents, instrument) ?? new CatalogueRefusal(file, refusal)
    }
  }
  return loaded
}
