/**
 * A named place where a test may end the process, to prove what is on disk then. Free in production: the variable is
 * unset and the comparison is all there is.
 */
export function crashpoint(name: string): void {
  if (process.env['PLUMBLINE_CRASHPOINT'] === name) process.kill(process.pid, 'SIGKILL');
}
