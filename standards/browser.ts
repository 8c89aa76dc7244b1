import documents from 'virtual:tidu-standards'
import type { Standard } from '../regime/evaluation/standard.ts'
import { loadCatalogue } from './catalogue.ts'

/** Every standard of the house, for pages: the same documents, the same checks, no network. */
export const standards: readonly Standard[] = loadCatalogue(documents)

/** The standard with this id, or undefined. */
export const findStandard = (id: string): Standard | undefined => standards.find((standard) => standard.id === id)
