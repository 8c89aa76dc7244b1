import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { Contract } from '../../contract/route.ts'
import type { Mode } from './context.ts'
import { pageNonce } from './headers.ts'
import { openapi } from './openapi.ts'

const ASSETS = '/api/reference/assets/'

const page = (nonce: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>接口说明 · 优质中小企业梯度培育系统</title>
<link rel="stylesheet" href="${ASSETS}swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<noscript><p>本页需要启用脚本。机器可读的接口说明见 <a href="/api/openapi.json">/api/openapi.json</a>。</p></noscript>
<script src="${ASSETS}swagger-ui-bundle.js"></script>
<script nonce="${nonce}">
SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, docExpansion: 'list',
  supportedSubmitMethods: [], validatorUrl: null })
</script>
</body>
</html>
`

/** The OpenAPI 3.1 document at /api/openapi.json and a page to read it at /api/reference. */
export const registerReference = (app: FastifyInstance, contract: Contract, mode: Mode): void => {
  const document = JSON.stringify(openapi(contract, mode))
  app.get('/api/openapi.json', (_, reply) => reply.type('application/json; charset=utf-8').send(document))
  app.get('/api/reference', (_, reply) => {
    const nonce = pageNonce(reply)
    return reply.type('text/html; charset=utf-8').send(page(nonce))
  })
  const root = dirname(createRequire(import.meta.url).resolve('@fastify/swagger-ui/package.json'))
  app.register(fastifyStatic, {
    root: join(root, 'static'),
    prefix: ASSETS,
    decorateReply: false,
    index: false,
    allowedPath: (path) => /^\/swagger-ui(-bundle)?\.(css|js)$/.test(path),
    maxAge: '1h',
  })
}
