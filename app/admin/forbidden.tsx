import { DeskHead } from '@/components/admin/desk/desk-head';
import { ButtonLink } from '@/components/ui/button';
import { readSite } from '@/lib/site/reading';

export default async function Forbidden() {
  const { say } = await readSite();
  return (
    <>
      <DeskHead title={say('admin.noPermission')} />
      <p>{say('admin.noPermissionHint')}</p>
      <p className="away mt-4 [&+h2]:mt-6">
        <ButtonLink href="/admin" icon="back">
          {say('admin.backToDesk')}
        </ButtonLink>
      </p>
    </>
  );
}
