export { instantText } from '../../../regime/kernel/instant.ts'
