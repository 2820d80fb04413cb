import { once } from 'node:events'
import type { Command } from 'commander'
import { jsonDocument } from '../report/index.ts'
import { builtPage } from '../shipped/index.ts'
import { type CommonOptions, command, jsonOption, optionsOf } from './command.ts'
import { print } from './output.ts'
import { hostOption, portOption, tokenOption } from './port.ts'
import { tell } from './tell.ts'
import { note } from './terminal.ts'
import { recordFile } from './with-record.ts'

interface ServeOptions {
  readonly host: string
  readonly port: number
  readonly token?: string
  readonly json?: true
}

/** Any that is rarely taken. */
const PORT = 4117

const welcome = (url: string, record: string, token: boolean): string => {
  const who = token ? " -H 'authorization: Bearer TOKEN'" : ''
  return `Open ${new URL('/', url)} in a browser. It shows the record ${record}.
The API is at ${url} (what it offers: ${url}/openapi.json).

  curl${who} -H 'content-type: text/plain' --data-binary @YOUR-ANALYSIS.txt ${url}/check
  curl${who} '${url}/events?a=Azerbaijan&b=Iran&from=2014-04-01&to=2014-04-30'

Ctrl-C stops it.
`
}

const run = async (options: ServeOptions & CommonOptions): Promise<void> => {
  // Loaded here alone: no other command should wait for a web server.
  const { openService, requireToken, serve } = await import('../http/index.ts')
  const token = options.token ?? null
  requireToken(options.host, token)
  const record = await recordFile(options, 'serve')
  const onDefect = (error: unknown): void => void tell(error, options.debug === true)
  const service = openService(record, { onDefect })
  const serving = await serve(service, { host: options.host, port: options.port, token, site: builtPage(), onDefect })
  const { url } = serving
  void service.checks.warm()
  // Listened for before anybody knows that it serves; a second one ends the process at once, as nobody listens any more.
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await print(
    options.json ? jsonDocument({ schema: 'detente.serve/1', url, record }) : welcome(url, record, token !== null),
  )
  await stopped
  note(options, 'stopping …')
  await serving.stop()
}

export const serveCommand = (): Command =>
  command(
    'serve',
    'serve the web app and the API',
    'detente serve --port 8080',
    'On this machine alone unless --host says otherwise; then a token is needed.',
  )
    .addOption(hostOption())
    .addOption(portOption(PORT))
    .addOption(tokenOption())
    .addOption(jsonOption())
    .action((_options, self: Command) => run(optionsOf<ServeOptions>(self)))
