const rules = [
  {
    name: 'packages-stand-alone',
    from: { path: '^packages/([^/]+)/' },
    to: { path: '^(app|components|lib|db|e2e)/|^packages/(?!$1/)' },
  },
  {
    name: 'db-knows-nobody',
    from: { path: '^db/' },
    to: { path: '^(lib|components|app)/|node_modules/(next|react|next-auth)/' },
  },
  {
    name: 'lib-imports-no-ui',
    from: { path: '^lib/' },
    to: { path: '^(components|app)/|node_modules/react(-dom)?/' },
  },
  { name: 'components-import-no-app', from: { path: '^components/' }, to: { path: '^app/' } },
  {
    name: 'components-take-props-not-rows',
    from: { path: '^components/' },
    to: {
      path: '^(db|lib)/',
      pathNot:
        '^lib/(site/labels|forms/|comments/comment-limits|stories/body/(limits|embed-providers)|cache/(cache-tags|tags))',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'browser-files-reach-no-database',
    from: { path: '\\.(client|enhance)\\.tsx?$' },
    to: {
      path: '^db/|^(lib/(env|edge-config|scheduler|people)|packages/edge/src/(http|cache|renderers)/)|node_modules/(better-sqlite3|drizzle-orm|next-auth)/',
      reachable: true,
    },
  },
  {
    name: 'enhancements-are-small',
    from: { path: '\\.enhance\\.ts$' },
    to: { path: 'node_modules/|^lib/(?!site/labels)' },
  },
  {
    name: 'pages-do-not-query',
    from: { path: '^app/', pathNot: '(actions|route|\\.test)\\.tsx?$' },
    to: { path: '^db/' },
  },
  {
    name: 'no-queries-in-app',
    from: { path: '^app/', pathNot: '\\.test\\.ts$' },
    to: { path: '^db/', pathNot: '^db/client\\.ts$' },
  },
  {
    name: 'commands-know-no-web',
    from: { path: '^lib/', pathNot: '/(desk|require-staff|auth-options)\\.ts$|^lib/stories/for-desk/' },
    to: { path: 'node_modules/(next|next-auth)/' },
  },
  {
    name: 'commands-read-their-own-rows',
    from: {
      path: '^lib/.*-[a-z-]+\\.ts$',
      // The last names are helpers that read for pages and mail, not commands.
      pathNot:
        '^lib/(edge-config|stories/for-(readers|desk))/|/(require-staff|auth-options|card-text|page-card|newsletter-stories|place-names|place-query)\\.ts$',
    },
    to: { path: '/(reading|desk)\\.ts$' },
  },
  {
    name: 'story-commands-read-their-own-rows',
    from: { path: '^lib/stories/(fields|workflow|versions|bulk|live)/', pathNot: '\\.test\\.ts$' },
    to: { path: '^lib/stories/for-(readers|desk)/' },
  },
  {
    name: 'only-the-edge-speaks-http',
    // The image worker pool must be able to end the process that decodes uploaded files.
    from: {
      path: '^(app|components|db|lib)/',
      pathNot: '^lib/edge-config/|^lib/pictures/image-worker/image-worker-pool\\.ts$|\\.test\\.ts$',
    },
    to: { path: '^(node:)?(http|https|http2|net|child_process|zlib|cluster)$' },
  },
  {
    name: 'nobody-imports-the-edge',
    from: { pathNot: '^(packages/edge|lib/edge-config|lib/scheduler)/' },
    to: {
      path: '^(packages/edge|lib/edge-config|lib/scheduler)/',
      pathNot: '^packages/edge/src/cache-tags\\.ts$',
    },
  },
  {
    name: 'the-edge-renders-nothing',
    from: { path: '^(packages/edge/src|lib/edge-config|lib/scheduler)/' },
    to: { path: '^(app|components)/|node_modules/(next|react|react-dom|next-auth)/', reachable: true },
  },
  { name: 'one-cache', from: { path: '^(app|components|db|lib)/' }, to: { path: 'node_modules/next/cache' } },
  {
    name: 'readers-see-nothing-of-the-desk',
    from: { path: '^app/\\((reader|lite)\\)/|^components/reader/' },
    to: {
      path: '/(desk|require-staff|auth-options)\\.ts$|^lib/stories/for-desk/|^components/admin/|^app/admin/',
      pathNot: '^lib/site/labels/', // the desk's words are in the one catalogue
      reachable: true,
    },
  },
  {
    name: 'only-db-knows-the-driver',
    from: { path: '^(app|components|lib)/' },
    to: { path: 'node_modules/better-sqlite3/' },
  },
  { name: 'no-circles', from: {}, to: { circular: true } },
  {
    name: 'no-orphans',
    from: {
      orphan: true,
      path: '^(lib|components|db)/',
      pathNot: '\\.(test|d)\\.ts$|\\.mjs$|/service-worker\\.enhance\\.ts$',
    },
    to: {},
  },
];
module.exports = {
  forbidden: rules.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify', // keeps `import type` apart
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^\\.next' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
