import { feedAnswer } from '@/lib/feeds/answer';

export const dynamic = 'force-dynamic';

export const GET = () => feedAnswer({ kind: 'site' }, 'atom');
