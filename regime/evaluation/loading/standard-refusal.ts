/** Steps into a YAML document: keys and positions. */
export type DocumentPath = readonly (string | number)[]

/** A standard or its terms cannot be taken in: where in the document, and one sentence in Chinese. */
export class StandardRefusal extends Error {
  readonly path: DocumentPath
  readonly problem: string

  constructor(path: DocumentPath, problem: string) {
    super(`${path.length === 0 ? '（全文）' : path.join('.')}：${problem}`)
    this.name = 'StandardRefusal'
    this.path = path
    this.problem = problem
  }
}
