import { Icon } from '@/components/ui/icon';
import type { StaffRole } from '@/db/schema';
import type { Permission } from '@/lib/people/may';
import type { Say } from '@/lib/site/labels';

interface PermissionTableProps {
  roles: readonly StaffRole[];
  /** The newsroom's one table of permits, as the commands ask it. */
  permits: Readonly<Record<Permission, readonly StaffRole[]>>;
  say: Say;
}

/** Who may do what, for all to see: a deed a line, a role a column. */
export function PermissionTable({ roles, permits, say }: PermissionTableProps) {
  return (
    <div className="panel">
      <h2 id="permits">{say('permission.title')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it scrolls, by keyboard too */}
      <section className="overflow-x-auto" tabIndex={0} aria-labelledby="permits">
        <table className="border-collapse">
          <thead>
            <tr>
              <td className="py-[0.35rem] px-3 border-b border-b-rule font-text text-left" />
              {roles.map((role) => (
                <th
                  className="py-[0.35rem] px-3 border-b border-b-rule text-(length:--text-meta) font-medium text-left"
                  key={role}
                  scope="col"
                >
                  {say(`role.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(Object.keys(permits) as Permission[]).map((permit) => (
              <tr key={permit}>
                <th className="py-[0.35rem] px-3 border-b border-b-rule font-text text-left" scope="row">
                  {say(`permission.${permit}`)}
                </th>
                {roles.map((role) => {
                  const isPermitted = permits[permit].includes(role);
                  return (
                    <td className="py-[0.35rem] px-3 border-b border-b-rule font-text text-left" key={role}>
                      {isPermitted && <Icon name="check" />}
                      <span className="vh">{say(isPermitted ? 'permission.yes' : 'permission.no')}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
