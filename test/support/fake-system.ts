import type { SystemPort } from '../../src/main/platform/system-port.ts';

interface Answers {
  readonly place?: string | null;
  readonly folder?: string | null;
  readonly commands?: readonly string[];
}

/** A desktop that shows nothing, answers what it is given and remembers what it was asked, in order. */
export function fakeSystem({ place = null, folder = null, commands = [] }: Answers = {}) {
  const asked: (readonly [keyof SystemPort, ...unknown[]])[] = [];
  const port: SystemPort = {
    openLink: (url) => Promise.resolve(void asked.push(['openLink', url])),
    showInFolder: (path) => void asked.push(['showInFolder', path]),
    choosePlace: (name) => {
      asked.push(['choosePlace', name]);
      return Promise.resolve(place);
    },
    chooseFolder: () => {
      asked.push(['chooseFolder']);
      return Promise.resolve(folder);
    },
    print: () => Promise.resolve(void asked.push(['print'])),
    setTheme: (theme) => void asked.push(['setTheme', theme]),
    takeCommands: () => {
      asked.push(['takeCommands']);
      return commands;
    },
  };
  return { port, asked };
}
