export type { Points } from '../../../regime/evaluation/explanation.ts'
export { pointsText as intervalText } from '../../../regime/evaluation/telling/words.ts'
