import { useContext } from 'react'
import { Link, useLocation } from 'react-router'
import { displayAddress } from '../../contract/display.ts'
import { SettingsContext } from './page-settings.ts'
import './site-footer.css'

const themes = [
  { theme: 'system', label: '随系统' },
  { theme: 'light', label: '浅色' },
  { theme: 'dark', label: '深色' },
] as const

/** Foot of every page: whose site, the map of it, and how it is shown. */
export const SiteFooter = ({ demo }: { readonly demo: boolean }) => {
  const { display } = useContext(SettingsContext)
  const { pathname, search } = useLocation()
  return (
    <footer className="site-footer">
      <div className="site-footer__inner">
        <span>主办：河南省工业和信息化厅{demo && '（演示）'}</span>
        <Link to="/site-map">网站地图</Link>
        <Link to="/accessibility">无障碍</Link>
        <fieldset className="site-footer__themes">
          <legend className="visually-hidden">显示颜色</legend>
          {themes.map(({ theme, label }) =>
            theme === display.theme ? (
              <b key={theme} aria-current="true">
                {label}
              </b>
            ) : (
              <a key={theme} href={displayAddress({ theme }, pathname + search)} rel="nofollow">
                {label}
              </a>
            ),
          )}
        </fieldset>
        {demo && <span className="site-footer__demo">演示数据，企业均为虚构</span>}
      </div>
    </footer>
  )
}
