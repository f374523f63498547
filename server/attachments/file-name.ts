import { basename, win32 } from 'node:path'

const longest = 160

/**
 * A sender's file name as people will read it: the last part of any path, without control signs and without the signs that
 * turn the direction of writing (they can make `exe.jpg` out of `gpj.exe`). Never a place on a disk; `file` when nothing is left.
 */
export function fileName(sent: string): string {
  const last = win32.basename(basename(sent.normalize('NFC')))
  const clean = last.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim()
  const short = [...clean]
  if (short.length <= longest) return /^\.*$/.test(clean) ? 'file' : clean
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? ''
  return short.slice(0, longest - ending.length).join('') + ending
}
