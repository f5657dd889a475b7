/** @file Runs a command, keeps what it prints, and hands it out only where the command fails. */
import { spawn } from 'node:child_process';

/** How a command ended. */
export interface CommandResult {
  ok: boolean;
  output: string;
}

/**
 * Runs a command from the repository root.
 *
 * @param command - Program and arguments.
 * @param options - `cwd`: folder; `env`: added to the environment.
 */
export function runCommand(
  command: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command[0], command.slice(1), {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (part: Buffer): void => {
      output += part.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ ok: false, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}
