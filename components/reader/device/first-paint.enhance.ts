// Runs before anything is drawn, so that nothing is drawn in the wrong colours or the wrong size. It stands between a
// reader page's own tags: a file of its own would be waited for.
import { choice } from './device-store.enhance';
import { bringModules } from './late-modules.enhance';
import { setTextSize } from './text-size.enhance';

const root = document.documentElement;
// Pages for one reader, as the account, have none of what `data-js` shows: only the looks.
const isReaderPage = document.currentScript?.dataset.look === undefined;
if (isReaderPage) root.dataset.js = '';
const theme = choice('theme');
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
setTextSize(choice('text-size'));
const { connection } = navigator as { connection?: { saveData?: boolean } };
if (connection?.saveData) root.dataset.saveData = '';
if (isReaderPage) bringModules();
