// Runs before anything is drawn, so that nothing is drawn in the wrong colours or the wrong size. It stands in a
// file of its own because pages are the same for all and allow no script between their tags.
import { choice } from './device-store.enhance';
import { setTextSize } from './text-size.enhance';

const root = document.documentElement;
// Pages for one reader, as the account, have none of what `data-js` shows: only the looks.
if (document.currentScript?.dataset.look === undefined) root.dataset.js = '';
const theme = choice('theme');
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
setTextSize(choice('text-size'));
const { connection } = navigator as { connection?: { saveData?: boolean } };
if (connection?.saveData) root.dataset.saveData = '';
