/** The three tiers as the law names them, in order. */
export const tierNames = Object.freeze({
  innovative: '创新型中小企业',
  specialised: '专精特新中小企业',
  'little-giant': '专精特新“小巨人”企业',
})
export type Tier = keyof typeof tierNames
export const tiers = Object.freeze(Object.keys(tierNames)) as readonly Tier[]
