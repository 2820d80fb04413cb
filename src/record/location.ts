import { homedir } from 'node:os'
import { join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** `$DETENTE_RECORD`, else in the folder for data of programs. A relative XDG_DATA_HOME is to be ignored, says its specification. */
export const defaultRecordPath = (env: Environment): string => {
  if (env.DETENTE_RECORD) return env.DETENTE_RECORD
  const xdg = env.XDG_DATA_HOME
  const data = xdg?.startsWith('/') ? xdg : join(env.HOME || homedir(), '.local', 'share')
  return join(data, 'detente', 'record.duckdb')
}
