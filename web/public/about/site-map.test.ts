import { matchRoutes } from 'react-router'
import { expect, test } from 'vitest'
import { routes } from '../../routes.tsx'
import { publicNav } from '../public-nav.ts'
import { siteMap } from './site-map.ts'

test('网站地图和导航里的每个网址都有页面', () => {
  for (const { to } of [...siteMap.flatMap(({ pages }) => pages), ...publicNav])
    expect(matchRoutes(routes, to)?.at(-1)?.route.path, to).not.toBe('*')
})
