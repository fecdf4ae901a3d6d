import { ButtonLink } from '@/components/ui/button';
import { readSite } from '@/lib/site/reading';

export default async function Forbidden() {
  const { say } = await readSite();
  return (
    <>
      <div className="title">
        <h1>{say('admin.noPermission')}</h1>
      </div>
      <p>{say('admin.noPermissionHint')}</p>
      <p className="away">
        <ButtonLink href="/admin" icon="back">
          {say('admin.backToDesk')}
        </ButtonLink>
      </p>
    </>
  );
}
