import { type Failure, inputFailure } from '../domain/index.ts'

/** What the system says of a file that cannot be opened, in words; anything else is a defect and passes as it is. */
export const fileFailure = (error: unknown, path: string): Failure | unknown => {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return inputFailure(`no such file: ${path}`, 'Check the name and folder.')
  if (code === 'EACCES' || code === 'EPERM')
    return inputFailure(`no permission to read ${path}`, `Allow it first, e.g. chmod u+r on the file.`)
  if (code === 'EISDIR') return inputFailure(`${path} is a folder`, 'Name a file in it.')
  if (code === 'ELOOP')
    return inputFailure(`${path} is a link that leads back to itself`, 'Name the file it should lead to.')
  if (code === 'ENAMETOOLONG') return inputFailure('the name of the file is too long', 'Check the name and folder.')
  if (code === 'EIO')
    return inputFailure(`${path} cannot be read: the disk reports an error`, 'Copy it from elsewhere.')
  return error
}
