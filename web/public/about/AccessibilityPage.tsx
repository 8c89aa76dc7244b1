import { useContext } from 'react'
import { displayAddress } from '../../../contract/display.ts'
import { Card } from '../../components/card/Card.tsx'
import { Main } from '../../shell/Main.tsx'
import { SettingsContext } from '../../shell/page-settings.ts'

const back = '/accessibility'

export const Component = () => {
  const { display } = useContext(SettingsContext)
  const large = display.size === 'large'
  return (
    <Main title="无障碍" narrow>
      <div className="stack">
        <h1>无障碍</h1>
        <p className="lead">本系统力求让每个人都能独立办事：看得清、读得出、用键盘也能走完全程。</p>
      </div>
      <Card title="按您的需要显示">
        <p>
          字号：<b>{large ? '大字版' : '标准'}</b>，
          <a href={displayAddress({ size: large ? 'normal' : 'large' }, back)} rel="nofollow">
            {large ? '换回标准字号' : '换成大字版'}
          </a>
          。也可以用浏览器自带的缩放，放大到 400% 不会遮挡内容。
        </p>
        <p>颜色：默认随您的系统；页脚可以固定为浅色或深色。文字与底色的对比度均达到 AA 级。</p>
        <p>选择保存在本机浏览器里，不需要登录，也不需要脚本。</p>
      </Card>
      <Card title="用键盘">
        <ul>
          <li>按 Tab 键逐项移动，当前位置有明显的边框；每页第一项是“跳到正文”。</li>
          <li>按回车键打开链接、展开说明，按空格键选择。对话框按 Esc 键关闭，焦点回到原处。</li>
          <li>没有任何操作只能用鼠标完成。</li>
        </ul>
      </Card>
      <Card title="用读屏软件">
        <ul>
          <li>页面有标题、区域和列表的层次；表格有行头和列头。</li>
          <li>每个填写项的名称、提示和错误会一起读出；保存与办理结果自动播报。</li>
          <li>颜色和图形表达的意思都另有文字，得分图、算式也能读出。</li>
        </ul>
      </Card>
      <Card title="没有脚本、网络不好时">
        <p>公开页面不依赖脚本：首页、公示、名单查询和登录在脚本关闭时照常使用。自测打开一次后，断网也能继续算。</p>
      </Card>
      <Card title="遇到困难">
        <p>请向所在地主管部门说明您遇到的页面和困难，可以由工作人员协助办理。</p>
      </Card>
    </Main>
  )
}
