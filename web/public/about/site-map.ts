/** Pages by what people come for; a test checks that each exists. */
export const siteMap: readonly {
  readonly title: string
  readonly pages: readonly { readonly to: string; readonly label: string; readonly about: string }[]
}[] = [
  {
    title: '公开查询，无需登录',
    pages: [
      { to: '/', label: '首页', about: '正在公示的名单、最近公告、正在受理的批次' },
      { to: '/self-check', label: '自测', about: '填十几项数字，看得分、差距和每一分的依据' },
      { to: '/process', label: '申报流程', about: '八个环节，谁办理，依据哪一条' },
      { to: '/standards', label: '标准', about: '各层次现行和以往的标准，逐条可读，各版差异' },
      { to: '/notices', label: '公示公告', about: '正在公示和以往公示的名单；对名单提出异议' },
      { to: '/announcements', label: '公告', about: '已公告的名单和文号' },
      { to: '/register', label: '名单查询', about: '按名称、信用代码、地区、称号查询' },
      { to: '/lookup', label: '进度查询', about: '凭回执编号查申报所处环节、异议处理结果' },
    ],
  },
  {
    title: '办事',
    pages: [
      { to: '/login', label: '登录', about: '企业人员和主管部门工作人员' },
      { to: '/sign-up', label: '注册个人账号', about: '企业人员先注册，再认领企业' },
      { to: '/account', label: '我的账号', about: '修改密码' },
    ],
  },
  {
    title: '关于本站',
    pages: [{ to: '/accessibility', label: '无障碍', about: '大字版、键盘和读屏软件' }],
  },
]
