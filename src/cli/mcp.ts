import { once } from 'node:events'
import { type Command, Option } from 'commander'
import { jsonDocument } from '../report/index.ts'
import { type CommonOptions, command, jsonOption, optionsOf } from './command.ts'
import { print } from './output.ts'
import { hostOption, portOption, tokenOption } from './port.ts'
import { tell } from './tell.ts'
import { note } from './terminal.ts'
import { makeMissingRecord } from './with-record.ts'

interface McpOptions {
  readonly http?: true
  readonly host: string
  readonly port: number
  readonly token?: string
  readonly json?: true
}

/** Beside the one of `serve`, so that both can run. */
const PORT = 4118
const PATH = '/mcp'

const run = async (options: McpOptions & CommonOptions): Promise<void> => {
  // Loaded here alone: no other command should wait for a web server and a protocol.
  const [{ makeApp, openService, requireToken, serveGate }, { answerOverHttp, makeTools, serveStandardStreams }] =
    await Promise.all([import('../http/index.ts'), import('../mcp/index.ts')])
  const token = options.token ?? null
  if (options.http) requireToken(options.host, token)
  const record = await makeMissingRecord(options)
  const onDefect = (error: unknown): void => void tell(error, options.debug === true)
  const service = openService(record, { onDefect })
  // The tools ask the API inside this process: who may ask is settled at the gate.
  const unlimited = { burst: Number.MAX_SAFE_INTEGER, perSecond: 1 }
  const api = makeApp(service, { host: '127.0.0.1', token: null, rate: unlimited, onDefect })
  const make = await makeTools(async request => api.fetch(request), onDefect)
  void service.checks.warm()
  if (!options.http) {
    await serveStandardStreams(make)
    await service.close()
    return
  }
  const { host, port } = options
  const answer = (request: Request): Promise<Response> => answerOverHttp(make, request)
  const serving = await serveGate(PATH, answer, service.close, { host, port, token, onDefect })
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  const { url } = serving
  await print(
    options.json
      ? jsonDocument({ schema: 'detente.mcp/1', url, record })
      : `Tools for assistants are at ${url}, on the record ${record}.\nCtrl-C stops it.\n`,
  )
  await stopped
  note(options, 'stopping …')
  await serving.stop()
}

export const mcp = (): Command =>
  command(
    'mcp',
    'offer check, read, brief, dyad, turning points, events and trace as tools to assistants',
    'detente mcp --http --port 4118',
    'Without --http over standard input and output, as assistants start it (Model Context Protocol). The rules of --http are those of serve.',
  )
    .addOption(new Option('--http', 'over HTTP instead of standard input and output'))
    .addOption(hostOption())
    .addOption(portOption(PORT))
    .addOption(tokenOption())
    .addOption(jsonOption())
    .action((_options, self: Command) => run(optionsOf<McpOptions>(self)))
