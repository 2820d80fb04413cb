import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Debian's clickhouse-server (18.16) on loopback, from the folder it was unpacked to: two of them are a cluster of two shards. */
export interface OldServer {
  readonly http: number
  readonly start: () => Promise<void>
  readonly kill: () => Promise<void>
}

export const PASSWORD = 'only for this test'

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

const configuration = (folder: string, http: number, tcp: number, shards: readonly number[]): string => `<yandex>
  <logger><level>none</level><console>1</console></logger>
  <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><listen_host>127.0.0.1</listen_host>
  <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><users_config>users.xml</users_config>
  <default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>5368709</mark_cache_size><timezone>UTC</timezone>
  <remote_servers><two>${shards
    .map(
      port =>
        `<shard><replica><host>127.0.0.1</host><port>${port}</port><user>default</user><password>${PASSWORD}</password></replica></shard>`,
    )
    .join('')}</two></remote_servers>
</yandex>`

/** A profile that leaves out what does not answer: what somebody may have set long ago. */
const USERS = `<yandex>
  <profiles><default><skip_unavailable_shards>1</skip_unavailable_shards><connections_with_failover_max_tries>1</connections_with_failover_max_tries></default></profiles>
  <users><default><password>${PASSWORD}</password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
  <quotas><default></default></quotas>
</yandex>`

const answers = async (http: number): Promise<boolean> => {
  try {
    return (await fetch(`http://127.0.0.1:${http}/ping`)).ok
  } catch {
    return false
  }
}

const oldServer = (unpacked: string, folder: string, http: number): OldServer => {
  let child: ChildProcess | null = null
  const libraries = [join(unpacked, 'usr/lib/x86_64-linux-gnu'), join(unpacked, 'lib/x86_64-linux-gnu')].join(':')
  return {
    http,
    start: async () => {
      const started = spawn(join(unpacked, 'usr/sbin/clickhouse-server'), ['--config-file=config.xml'], {
        cwd: folder,
        stdio: 'ignore',
        env: { ...process.env, LD_LIBRARY_PATH: libraries },
      })
      child = started
      while (!(await answers(http))) {
        if (started.exitCode !== null) throw new Error(`the server ended with ${started.exitCode}`)
        await pause(100)
      }
    },
    kill: async () => {
      if (child === null || child.exitCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
      child = null
    },
  }
}

export const twoOldServers = async (unpacked: string, folder: string): Promise<readonly [OldServer, OldServer]> => {
  const [http1, tcp1, http2, tcp2] = [await freePort(), await freePort(), await freePort(), await freePort()]
  const make = (name: string, http: number, tcp: number): OldServer => {
    const own = join(folder, name)
    mkdirSync(own, { recursive: true })
    writeFileSync(join(own, 'config.xml'), configuration(own, http, tcp, [tcp1, tcp2]))
    writeFileSync(join(own, 'users.xml'), USERS)
    return oldServer(unpacked, own, http)
  }
  return [make('first', http1, tcp1), make('second', http2, tcp2)]
}
