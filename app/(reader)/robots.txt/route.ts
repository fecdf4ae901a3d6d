import { env } from '@/lib/env';
import { machineAnswer } from '@/lib/feeds/answer';
import { robotsTxt } from '@/lib/feeds/machines';

export const dynamic = 'force-dynamic';

export const GET = () => machineAnswer(robotsTxt(env().SITE_URL), 'text/plain', []);
