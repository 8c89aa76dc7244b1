import { Link } from 'react-router'
import { Card } from '../../components/card/Card.tsx'
import { Main } from '../../shell/Main.tsx'
import { siteMap } from './site-map.ts'

export const Component = () => (
  <Main title="网站地图" narrow>
    <h1>网站地图</h1>
    {siteMap.map((part) => (
      <Card key={part.title} title={part.title}>
        <ul>
          {part.pages.map((page) => (
            <li key={page.to}>
              <Link to={page.to}>{page.label}</Link>
              <span className="muted"> — {page.about}</span>
            </li>
          ))}
        </ul>
      </Card>
    ))}
  </Main>
)
