import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/throughline.css';
import { App } from './app/app.tsx';
import { fetchPages, newRouter } from './app/routes.tsx';
import { newQueryClient } from './queries/query-client.ts';

const container = document.querySelector('#root');
if (container === null) throw new Error('The page has no element #root.');
createRoot(container).render(
  <StrictMode>
    <App client={newQueryClient()} router={newRouter()} onEngine={fetchPages} />
  </StrictMode>,
);
