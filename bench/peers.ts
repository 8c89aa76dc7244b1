import type { Standard } from '../regime/evaluation/standard.ts'
import type { Row } from './table.ts'

export const benchPeers = async (_standard: Standard): Promise<readonly Row[]> => []
