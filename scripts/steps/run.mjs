import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at its end removed. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

const quiet = { NEXT_TELEMETRY_DISABLED: '1', PLAYWRIGHT_SKIP_BROWSER_GC: '1' };

/**
 * Runs a command in the project's folder with this terminal as its own and gives its exit status, never rejecting:
 * 127 where the command could not be started, 1 where a signal ended it.
 */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...quiet, ...env } });
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    const settle = (status) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(status);
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      settle(127);
    });
    child.on('exit', (code) => settle(code ?? 1));
  });
}

/** Runs a script of this project under this Node. */
export function runScript(script, args = [], env = {}) {
  return run(process.execPath, [`${root}/${script}`, ...args], env);
}

/** Runs a script of an installed package under this Node, as `node_modules/<script>`. */
export function runTool(script, args, env) {
  return runScript(`node_modules/${script}`, args, env);
}

/** Runs npm: the one that started this process where there is one. */
export function runNpm(args) {
  const started = process.env['npm_execpath'];
  if (started?.endsWith('npm-cli.js')) return run(process.execPath, [started, ...args]);
  return process.platform === 'win32' ? run('cmd', ['/c', 'npm', ...args]) : run('npm', args);
}
