import type { OfficerRole } from '../../../regime/jurisdiction/actor.ts'
import { CheckboxField } from '../../components/field/ChoiceField.tsx'
import { roleNames } from '../../shell/role-names.ts'

const hints: Readonly<Record<OfficerRole, string>> = {
  handler: '审核材料、安排核查、提出意见、拟定名单',
  approver: '审批经办的意见和名单；不能审批自己经办的',
  verifier: '两人一组实地核查并签字',
  leader: '查看，不办理',
}

const choices = (Object.keys(roleNames) as OfficerRole[]).map((value) => ({
  value,
  label: roleNames[value],
  hint: hints[value],
}))

/** The posts of an officer, any number of them. */
export const RolesField = ({
  roles,
  error,
  onChange,
}: {
  readonly roles: readonly OfficerRole[]
  readonly error?: string | undefined
  readonly onChange: (roles: OfficerRole[]) => void
}) => (
  <CheckboxField
    name="roles"
    label="岗位"
    choices={choices}
    values={roles}
    error={error}
    onChange={({ target }) => {
      const role = target.value as OfficerRole
      onChange(target.checked ? [...roles, role] : roles.filter((one) => one !== role))
    }}
  />
)
