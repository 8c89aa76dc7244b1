import { province } from '../../regime/jurisdiction/authorities.ts'
import { AreaLayout } from '../shell/AreaLayout.tsx'
import { provinceNav } from './province-nav.ts'

/** Frame of the province's pages. */
export const ProvinceLayout = () => <AreaLayout home="/province" subtitle={province.office} items={provinceNav} />
