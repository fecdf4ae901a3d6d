import { toBengaliDigits } from '@barta/bengali/digits';
import type { ReactNode } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { StaffRole } from '@/db/schema';
import type { LabelSet, Say } from '@/lib/site/labels';
import { DeskKeys } from './desk-keys.client';
import { type DeskLink, DeskLinks } from './desk-nav.client';
import { SteadyCarets } from './steady-carets.client';

interface DeskFrameProps {
  say: Say;
  labelSet: LabelSet;
  siteName: string;
  member: { name: string; role: StaffRole };
  writes: boolean;
  moderates: boolean;
  managesStaff: boolean;
  curates: boolean;
  changesSettings: boolean;
  readsAudience: boolean;
  managesAds: boolean;
  readsAudit: boolean;
  filed: number;
  held: number;
  handlesTips: boolean;
  tips: number;
  signOut: (form: FormData) => Promise<void>;
  children: ReactNode;
}

/** The bar above and the navigation beside every page of the desk. */
export function DeskFrame({ children, ...frame }: DeskFrameProps) {
  const { say } = frame;
  const { work, management } = linksFor(frame);
  return (
    <>
      <a className="skip" href="#main">
        {say('admin.skipToWork')}
      </a>
      <DeskBar {...frame} />
      <div className="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-[12.5rem_minmax(0,1fr)] lg:min-h-[calc(100vh_-_3.25rem)]">
        <nav
          className="border-b border-b-rule bg-wash lg:border-y-0 lg:border-r lg:border-l-0 lg:border-r-rule"
          aria-label={say('admin.desk')}
        >
          <div className="lg:py-[0.9rem] lg:px-0 lg:top-13 lg:sticky max-lg:px-1 max-lg:overflow-x-auto max-lg:flex max-lg:[scrollbar-width:none]">
            <DeskLinks links={work} />
            <h2 className="hidden lg:pt-[0.9rem] lg:pb-1 lg:px-5 lg:text-micro/[1.5] lg:font-sans lg:font-medium lg:block lg:text-ink-3">
              {say('admin.manage')}
            </h2>
            <DeskLinks links={management} />
            <DeskKeys
              keys={keysFor(frame)}
              words={{
                title: say('keys.title'),
                open: say('keys.open'),
                close: say('keys.close'),
                off: say('keys.off'),
              }}
            />
            <SteadyCarets />
          </div>
        </nav>
        <main className="main" id="main">
          {children}
        </main>
      </div>
    </>
  );
}

/**
 * The frame for nobody, around what was typed when the session had ended. It has the bones of the other: React gives
 * a form sent without script its answer by the place where the form stands in the page.
 */
export function DeskFrameForNobody({
  say,
  siteName,
  children,
}: Pick<DeskFrameProps, 'say' | 'siteName' | 'children'>) {
  return (
    <>
      <a className="skip" href="#main">
        {say('admin.skipToWork')}
      </a>
      <header className="bar">
        <a className="bar__mark hover:no-underline" href="/admin">
          {siteName}{' '}
          <span className="text-small/[1] font-sans font-medium text-accent">{say('admin.desk')}</span>
        </a>
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-[12.5rem_minmax(0,1fr)] lg:min-h-[calc(100vh_-_3.25rem)]">
        <div className="border-b border-b-rule bg-wash lg:border-y-0 lg:border-r lg:border-l-0 lg:border-r-rule" />
        <main className="main" id="main">
          {children}
        </main>
      </div>
    </>
  );
}

function DeskBar({ say, siteName, member, writes, signOut }: Omit<DeskFrameProps, 'children'>) {
  return (
    <header className="bar">
      <a className="bar__mark hover:no-underline" href="/admin">
        {siteName}{' '}
        <span className="text-small/[1] font-sans font-medium text-accent">{say('admin.desk')}</span>
      </a>
      {writes && (
        <search className="flex-1 max-w-104 max-lg:order-3 max-lg:flex-[1_0_100%] max-lg:max-w-none [&_.icon]:top-[50%] [&_.icon]:left-[0.7rem] [&_.icon]:absolute [&_.icon]:[translate:0_-50%] [&_.icon]:text-ink-3">
          <form className="relative" action="/admin/stories" aria-label={say('admin.searchDesk')}>
            <Icon name="search" />
            <label className="vh" htmlFor="desk-search">
              {say('admin.findStory')}
            </label>
            <input
              className="input pl-[2.1rem]"
              id="desk-search"
              name="q"
              type="search"
              placeholder={say('admin.findStory')}
            />
            <span className="max-lg:hidden noscript:hidden" aria-hidden="true">
              <kbd className="top-[50%] right-2 absolute [translate:0_-50%]">/</kbd>
            </span>
          </form>
        </search>
      )}
      <div className="bar__end">
        <div className="max-lg:hidden">
          <ButtonLink href="/" icon="eye">
            {say('admin.viewSite')}
          </ButtonLink>
        </div>
        {writes && (
          <ButtonLink href="/admin/stories/new" kind="ink" icon="plus">
            {say('admin.newStory')}
          </ButtonLink>
        )}
        <p className="who gap-2 flex items-center">
          <span className="leading-[1.3]">
            {member.name}
            <small className="text-micro block text-ink-3">{say(`role.${member.role}`)}</small>
          </span>
        </p>
        <form action={signOut}>
          <Button kind="quiet" icon="leave">
            <span className="max-lg:overflow-hidden max-lg:absolute max-lg:w-px max-lg:h-px max-lg:[clip-path:inset(50%)] max-lg:whitespace-nowrap">
              {say('admin.logout')}
            </span>
          </Button>
        </form>
      </div>
    </header>
  );
}

/** What a single key, or two, does on every page of the desk. */
function keysFor({ say, writes, moderates }: Omit<DeskFrameProps, 'children'>) {
  return [
    { keys: '?', label: say('keys.map') },
    ...(writes
      ? [
          { keys: '/', label: say('keys.search') },
          { keys: 'n', label: say('admin.newStory'), href: '/admin/stories/new' },
          { keys: 'g s', label: say('admin.stories'), href: '/admin/stories' },
        ]
      : []),
    ...(moderates ? [{ keys: 'g c', label: say('admin.comments'), href: '/admin/comments' }] : []),
    { keys: 'g h', label: say('admin.dashboard'), href: '/admin' },
  ];
}

function linksFor({ say, labelSet, ...frame }: Omit<DeskFrameProps, 'children'>) {
  const waiting = (count: number): DeskLink['waiting'] =>
    count === 0
      ? undefined
      : {
          count: labelSet === 'bn' ? toBengaliDigits(count) : String(count),
          sentence: say('admin.countWaiting', { count }),
        };
  const work: DeskLink[] = [{ href: '/admin', label: say('admin.dashboard'), icon: 'home' }];
  if (frame.writes) {
    work.push({
      href: '/admin/stories',
      label: say('admin.stories'),
      icon: 'list',
      waiting: waiting(frame.filed),
    });
    work.push({ href: '/admin/pictures', label: say('pictures.library'), icon: 'picture' });
    work.push({ href: '/admin/media', label: say('mediaLibrary.title'), icon: 'film' });
  }
  if (frame.curates) work.push({ href: '/admin/fronts', label: say('fronts.fronts'), icon: 'front' });
  if (frame.readsAudience) work.push({ href: '/admin/readers', label: say('readership.title'), icon: 'eye' });
  if (frame.moderates) {
    work.push({
      href: '/admin/comments',
      label: say('admin.comments'),
      icon: 'comment',
      waiting: waiting(frame.held),
      hot: true,
    });
  }
  if (frame.handlesTips) {
    work.push({
      href: '/admin/tips',
      label: say('tips.title'),
      icon: 'letter',
      waiting: waiting(frame.tips),
      hot: true,
    });
  }
  const management: DeskLink[] = [];
  if (frame.curates) {
    management.push(
      { href: '/admin/sections', label: say('taxonomy.sections'), icon: 'list' },
      { href: '/admin/topics', label: say('taxonomy.topics'), icon: 'tag' },
      { href: '/admin/bylines', label: say('taxonomy.bylines'), icon: 'people' },
      { href: '/admin/districts', label: say('places.desk'), icon: 'place' },
      { href: '/admin/pages', label: say('sitePages.title'), icon: 'page' },
      { href: '/admin/menus', label: say('menus.title'), icon: 'menu' },
    );
  }
  if (frame.managesAds) management.push({ href: '/admin/ads', label: say('ads.title'), icon: 'ad' });
  if (frame.changesSettings)
    management.push({ href: '/admin/settings', label: say('settings.title'), icon: 'gear' });
  if (frame.readsAudit) management.push({ href: '/admin/audit', label: say('audit.title'), icon: 'clock' });
  if (frame.managesStaff)
    management.push({ href: '/admin/staff', label: say('admin.staff'), icon: 'people' });
  management.push({ href: '/admin/account', label: say('admin.account'), icon: 'key' });
  return { work, management };
}
