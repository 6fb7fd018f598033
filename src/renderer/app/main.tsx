import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter/wght.css';
import '../styles/tokens.css';
import '../styles/base.css';
import { connectBridge } from '../api/connect-bridge.ts';
import { createQueryClient } from '../api/query-client.ts';
import { App } from './app.tsx';
// The last sheet: what it says of paper stands above what any other says.
import '../styles/print.css';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
createRoot(root).render(<App bridge={connectBridge()} cache={createQueryClient()} />);
