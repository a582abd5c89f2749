import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app.tsx';
import './styles/base.css';
import './styles/shell.css';
import './styles/chat.css';
import 'adaptivecards/lib/adaptivecards.css';
import './styles/card.css';
import './styles/dialog.css';
import './styles/tab.css';
import './styles/faults.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const client = new QueryClient({
  defaultOptions: { queries: { staleTime: Infinity, retry: 2, retryDelay: 500, networkMode: 'always' } },
});

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
