/**
 * @file Where the program runs. Node's own modules are asked for by `process.getBuiltinModule` where they are needed, and not imported: so bundlers
 * for browsers can read the same files.
 */

/** Whether this is Node, or something that has its modules. */
export function runsInNode(): boolean {
  return typeof process === 'object' && typeof process.getBuiltinModule === 'function';
}
