import { officeName } from '../../regime/jurisdiction/authorities.ts'
import { AreaLayout } from '../shell/AreaLayout.tsx'
import { useShell } from '../shell/shell-data.ts'
import { localNav } from './local-nav.ts'

/** Frame of a local authority's desk. */
export const LocalLayout = () => {
  const authority = useShell()?.person?.officer?.authority
  return <AreaLayout home="/local" subtitle={authority ? officeName(authority) : '主管部门'} items={localNav} />
}
