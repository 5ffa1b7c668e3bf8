/**
 * A group of processes that the system lets use so much memory, as a container is given: a memory cgroup of version 1 or 2, of
 * which only root, or whoever was given a part of it, can make one. What files hold of the system's memory counts, where it was read from within.
 */
import { execFileSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

export interface MemoryUse {
  /** What the system counts against the limit. */
  used: number
  /** What no file stands behind: nothing can take it back, since there is no swap. */
  anonymous: number
  /** What is kept of files, of it what is mapped into processes: the system takes it back where there is need. */
  files: number
  mapped: number
  /** What the kernel holds for them: tables of pages, sockets. */
  kernel: number
}

export interface MemoryLimit {
  /** In front of `node` and its arguments: they run within, by a copy of `node` of which nobody else has read a page. */
  wrap: string[]
  /** In bytes, as it is now. */
  use(): MemoryUse
  /** How often since the beginning a page of a program had to be read from its file, and how many processes were ended for the limit. */
  events(): { read: number; ended: number }
  /** Once nothing runs within any more. */
  remove(): void
}

/** As one version of cgroups has it. */
interface Version {
  name: string
  limit(folder: string, bytes: number): void
  use(folder: string): MemoryUse
  events(folder: string): { read: number; ended: number }
}

const numberIn = (path: string) => Number(readFileSync(path, 'utf8'))
const tableIn = (path: string) => {
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  const rows = new Map(lines.map((line) => line.split(' ') as [string, string]))
  return (name: string) => Number(rows.get(name) ?? 0)
}
const writeWhereThere = (path: string, value: string) => {
  if (existsSync(path)) writeFileSync(path, value)
}

const first: Version = {
  name: 'version 1',
  limit(folder, bytes) {
    writeFileSync(join(folder, 'memory.limit_in_bytes'), String(bytes))
    // With swap, where that is counted.
    writeWhereThere(join(folder, 'memory.memsw.limit_in_bytes'), String(bytes))
  },
  use(folder) {
    const of = tableIn(join(folder, 'memory.stat'))
    return {
      used: numberIn(join(folder, 'memory.usage_in_bytes')),
      anonymous: of('total_rss'),
      files: of('total_cache'),
      mapped: of('total_mapped_file'),
      kernel: numberIn(join(folder, 'memory.kmem.usage_in_bytes')),
    }
  },
  events: (folder) => ({
    read: tableIn(join(folder, 'memory.stat'))('total_pgmajfault'),
    ended: tableIn(join(folder, 'memory.oom_control'))('oom_kill'),
  }),
}

const second: Version = {
  name: 'version 2',
  limit(folder, bytes) {
    writeFileSync(join(folder, 'memory.max'), String(bytes))
    writeWhereThere(join(folder, 'memory.swap.max'), '0')
  },
  use(folder) {
    const of = tableIn(join(folder, 'memory.stat'))
    return {
      used: numberIn(join(folder, 'memory.current')),
      anonymous: of('anon'),
      files: of('file'),
      mapped: of('file_mapped'),
      kernel: of('kernel'),
    }
  },
  events: (folder) => ({
    read: tableIn(join(folder, 'memory.stat'))('pgmajfault'),
    ended: tableIn(join(folder, 'memory.events'))('oom_kill'),
  }),
}

/** Where a group with a limit may be made: below those that hand memory on, the uppermost first. */
function places(): [folder: string, version: Version][] {
  const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n')
  const own = readFileSync('/proc/self/cgroup', 'utf8').split('\n')
  return mounts.flatMap((line): [string, Version][] => {
    const [, mount = '', type, options = ''] = line.split(' ')
    if (type === 'cgroup' && options.split(',').includes('memory')) return [[mount, first]]
    if (type !== 'cgroup2') return []
    const path = own.find((one) => one.startsWith('0::'))?.slice(3) ?? '/'
    const parts = path.split('/').filter((part) => part !== '')
    const above = [mount, ...parts.map((_, i) => join(mount, ...parts.slice(0, i + 1)))]
    const handsOn = (folder: string) => {
      const handed = join(folder, 'cgroup.subtree_control')
      return existsSync(handed) && readFileSync(handed, 'utf8').trim().split(' ').includes('memory')
    }
    return above.filter(handsOn).map((folder) => [folder, second])
  })
}

/** Brings the shell into the group, has it copy `node` there, and becomes the copy. */
const enter = `echo $$ > "$0/cgroup.procs" && copy="$1" && program="$2" && shift 2 && cp "$program" "$copy" && exec "$copy" "$@"`

/**
 * @param copy where the copy of `node` is put; it is taken away again
 * @throws Error that says why there is no such limit here
 */
export function openMemoryLimit(bytes: number, copy: string): MemoryLimit {
  const tried: string[] = []
  for (const [above, version] of existsSync('/proc/self/cgroup') ? places() : []) {
    const folder = join(above, `honorarium-bench-${process.pid}`)
    try {
      mkdirSync(folder)
      try {
        version.limit(folder, bytes)
      } catch (error) {
        rmdirSync(folder)
        throw error
      }
    } catch (error) {
      tried.push(`${folder}: ${(error as Error).message}`)
      continue
    }
    return {
      wrap: ['sh', '-c', enter, folder, copy],
      use: () => version.use(folder),
      events: () => version.events(folder),
      remove() {
        rmSync(copy, { force: true })
        rmdirSync(folder)
      },
    }
  }
  const why = tried.length === 0 ? 'there is no memory cgroup below which one could be made' : tried.join('; ')
  throw new Error(`--limit needs a memory cgroup of version 1 or 2, which only root can make on most machines: ${why}`)
}

/** Lets go of what the system keeps of files, so that whoever reads them next has them counted. */
export function forgetPages(paths: readonly string[]): void {
  for (const path of paths) {
    if (!existsSync(path)) continue
    const file = openSync(path, 'r+')
    fsyncSync(file)
    closeSync(file)
    execFileSync('dd', [`if=${path}`, 'iflag=nocache', 'count=0', 'status=none'])
  }
}
