import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { markFocus } from './app/mark-focus.ts';
import { openHost } from './shared/host/open-host.ts';
import 'virtual:teams-themes.css';
import './shared/ui/base.css';

markFocus(document);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <App opening={openHost()} />
  </StrictMode>,
);
