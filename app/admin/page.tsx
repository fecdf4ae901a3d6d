import { deskHome } from '@/lib/people/desk';
import { readSite } from '@/lib/site/reading';

export default async function DeskHome() {
  const home = await deskHome();
  const { say } = await readSite();
  return (
    <h1>
      {say('admin.dashboard')} {home.member.name}
    </h1>
  );
}
