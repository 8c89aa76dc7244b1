import { createClient, fetchTransport, freshKey } from '../contract/client.ts'
import { contract } from '../contract/index.ts'

export const client = createClient(contract, fetchTransport)
export { freshKey }
