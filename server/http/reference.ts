import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { Contract } from '../../contract/route.ts'
import { type RefusalEntry, refusals } from '../../regime/kernel/errors.ts'
import type { Mode } from './context.ts'
import { pageNonce } from './headers.ts'
import { openapi } from './openapi.ts'

const ASSETS = '/api/reference/assets/'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const errorRows = Object.entries(refusals)
  .map(([code, entry]) => {
    const { status, message, remedy, article } = entry as RefusalEntry
    const cells = [`<code>${code}</code>`, String(status), escaped(message), escaped(remedy), article ?? '']
    return `<tr id="${code}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  })
  .join('\n')

const style = `
body { margin: 0; background: #fff; }
#swagger-ui .scheme-container { display: none; }
#errors { max-width: 1460px; margin: 0 auto; padding: 0 20px 64px; box-sizing: border-box; color: #3b4151; font: 14px/1.7 sans-serif; overflow-x: auto; }
#errors table { border-collapse: collapse; width: 100%; }
#errors th, #errors td { text-align: left; vertical-align: top; padding: 6px 12px 6px 0; border-bottom: 1px solid #d8d8d8; }
#errors tr:target { background: #fff6d6; }
`

const page = (nonce: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>接口说明 · 优质中小企业梯度培育系统</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${ASSETS}swagger-ui.css">
<link rel="stylesheet" href="/api/reference/page.css">
</head>
<body>
<main>
<div id="swagger-ui"></div>
<noscript><p>接口列表需要启用脚本才能显示；机器可读的接口说明见 <a href="/api/openapi.json">/api/openapi.json</a>。</p></noscript>
<section id="errors">
<h2>错误代码</h2>
<table>
<thead><tr><th>代码</th><th>状态</th><th>说明</th><th>处理办法</th><th>条款</th></tr></thead>
<tbody>
${errorRows}
</tbody>
</table>
</section>
</main>
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
  app.get('/api/reference/page.css', (_, reply) => reply.type('text/css; charset=utf-8').send(style))
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
