import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { NetworkStatus } from '../../shared/contract/network.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { parseSecret } from './connections.ts';
import type { CliHost, RunCommand } from './context.ts';
import { table } from './output.ts';

const LOST_PASSWORD =
  'No keychain was found: the password is lost with this command. Give it to each by --secrets, as network-proxy.';

/** How things stand, for a person. */
function statusText({ proxy, connections, proxies, authorities }: NetworkStatus): string {
  const routes = connections.map(({ id, by, proxy: through, unsupported }) => [
    id,
    through ?? (unsupported === null ? 'straight' : `cannot be used: ${unsupported}`),
    by,
  ]);
  const places = proxies.map(({ address, state, said, secret }) => [
    address,
    said === null ? state : `${state} (${said})`,
    secret,
  ]);
  const own = authorities.own.map(({ fingerprint, subject, validTo, state }) => [
    fingerprint.slice(0, 16),
    subject ?? '',
    validTo?.slice(0, 10) ?? '',
    state,
  ]);
  const system = authorities.system === null ? 'cannot be read' : String(authorities.system);
  return [
    `network.proxy is ${proxy}\n`,
    table(['Connection', 'Way', 'Decided by'], routes),
    ...(places.length === 0 ? [] : [table(['Proxy', 'State', 'Password'], places)]),
    ...(own.length === 0 ? [] : [table(['Authority', 'Name', 'Until', 'State'], own)]),
    `Authorities: ${String(authorities.builtIn)} built in, the system’s: ${system}\n`,
  ].join('\n');
}

/** The file's text; a file that cannot be read is a mistake of the command's. */
async function readPem(path: string): Promise<string> {
  try {
    return await readFile(path, 'latin1');
  } catch {
    throw new AppError('bad-usage', 'The file cannot be read.');
  }
}

/** `network status|proxy-password|add-certificate|remove-certificate`; the proxy itself is `settings set network.proxy`. */
export function addNetworkCommands(program: Command, run: RunCommand, host: CliHost): void {
  const network = program.command('network').description('proxies and certificate authorities on the way to vendors');
  network
    .command('status')
    .description('how each connection is reached, and whom it trusts; sends nothing')
    .action(() =>
      run(async ({ door, output }) => {
        const status = await door.local.call('network.status', {});
        output.answer(status, () => statusText(status));
        return 0;
      }),
    );
  network
    .command('proxy-password')
    .description('keep a proxy’s name and password, read as {"user":"…","password":"…"} from standard input')
    .argument('<proxy>', 'its address, as network status shows it')
    .option('--forget', 'remove what is kept instead')
    .action((proxy: string, { forget }: { readonly forget?: boolean }) =>
      run(async ({ door, output }) => {
        const { user = '', password = '' } = forget ? {} : parseSecret(await host.terminal.readInput());
        const secret = forget ? null : { user, password };
        const status = await door.local.call('network.setProxySecret', { proxy, secret });
        output.answer(status, () => (forget ? 'Forgotten.\n' : `Kept for ${proxy}.\n`));
        if (status.proxies.some((one) => one.address === proxy && one.secret === 'session')) output.note(LOST_PASSWORD);
        return 0;
      }),
    );
  network
    .command('add-certificate')
    .description('trust the authorities of your organisation in a PEM file')
    .argument('<file>')
    .action((file: string) =>
      run(async ({ door, output }) => {
        const status = await door.local.call('network.addCertificate', { pem: await readPem(file) });
        output.answer(status, () => statusText(status));
        return 0;
      }),
    );
  network
    .command('remove-certificate')
    .description('trust an authority no longer')
    .argument('<fingerprint>', 'its beginning, as network status shows it')
    .action((beginning: string) =>
      run(async ({ door, output }) => {
        const { authorities } = await door.local.call('network.status', {});
        const found = authorities.own.filter(({ fingerprint }) => fingerprint.startsWith(beginning.toLowerCase()));
        const [only] = found;
        if (only === undefined || found.length > 1) {
          throw new AppError('bad-usage', 'This names none of your authorities, or more than one.');
        }
        const status = await door.local.call('network.removeCertificate', { fingerprint: only.fingerprint });
        output.answer(status, () => statusText(status));
        return 0;
      }),
    );
}
