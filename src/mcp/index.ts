/** The door of mcp: the API as tools for assistants, over standard streams or HTTP. */
export { answerOverHttp, type MakeServer, makeTools, serveStandardStreams } from './mcp-server.ts'
