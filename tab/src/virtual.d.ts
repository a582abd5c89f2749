declare module 'virtual:teams-themes.css';
