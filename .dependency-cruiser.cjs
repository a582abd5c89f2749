/**
 * The arrows between the rooms. The picture they hold up is in bot/README.md; change both together.
 * Each row: a room, and the only rooms of this project that it may import.
 */
const rooms = [
  ['bot/domain', []],
  ['bot/store', ['bot/domain']],
  ['bot/texts', []],
  ['bot/use-cases', ['bot/domain', 'bot/store']],
  ['bot/conversation', ['bot/domain', 'bot/use-cases', 'bot/store', 'bot/texts']],
  ['bot/cards', ['bot/domain', 'bot/use-cases', 'bot/conversation', 'bot/texts', 'adaptive-cards']],
  ['bot/clock', []],
  ['bot/telemetry', []],
  ['bot/gate', []],
  [
    'bot/teams',
    [
      'bot/gate',
      'bot/domain',
      'bot/use-cases',
      'bot/conversation',
      'bot/cards',
      'bot/texts',
      'bot/delivery/messenger.ts',
    ],
  ],
  ['bot/http', ['bot/gate', 'bot/domain', 'bot/use-cases']],
  ['bot/delivery', ['bot/store', 'bot/domain']],
  ['bot/editions', []],
  [
    'bot/commands',
    [
      'bot/domain',
      'bot/use-cases',
      'bot/store',
      'bot/texts',
      'bot/editions',
      'bot/conversation/closing-text.ts',
    ],
  ],
  ['bot/views', ['bot/domain', 'bot/store', 'bot/use-cases']],
  ['tab', ['bot/http/contract']],
];

const escape = (path) => path.replaceAll('.', '\\.');

/** Node's own modules a room may use; everything else that touches the world comes in as an argument. */
const pureRooms = '^bot/(domain|conversation|texts)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...rooms.map(([room, may]) => ({
      name: `arrows-of-${room}`,
      severity: 'error',
      from: { path: `^${escape(room)}/` },
      to: {
        path: '^(bot|tab|test|adaptive-cards|appPackage|infra)/',
        pathNot: [room, ...may].map((path) => `^${escape(path)}(/|$)`),
      },
    })),
    {
      name: 'composition-root-is-not-imported',
      severity: 'error',
      from: {},
      to: { path: '^bot/main\\.ts$' },
    },
    {
      name: 'composition-is-for-the-root-only',
      severity: 'error',
      from: { path: '^(bot|tab)/', pathNot: '^bot/(main\\.ts$|compose/)' },
      to: { path: '^bot/compose/' },
    },
    {
      name: 'settings-for-the-root-only',
      severity: 'error',
      from: { path: '^bot/', pathNot: '^bot/((main|settings)\\.ts$|compose/)' },
      to: { path: '^bot/settings\\.ts$' },
    },
    {
      name: 'test-is-not-imported',
      severity: 'error',
      from: { path: '^(bot|tab|adaptive-cards)/' },
      to: { path: '^test/' },
    },
    {
      name: 'botbuilder-in-its-room',
      severity: 'error',
      from: { path: '^(bot|tab|test)/', pathNot: '^(bot/teams|test/bot/teams|test/bench)/' },
      to: { path: 'node_modules/(botbuilder|botframework)' },
    },
    {
      name: 'cosmos-in-its-room',
      severity: 'error',
      from: { path: '^(bot|tab)/', pathNot: '^bot/store/cosmos/' },
      to: { path: 'node_modules/@azure/cosmos' },
    },
    {
      name: 'telemetry-in-its-room',
      severity: 'error',
      from: { path: '^(bot|tab)/', pathNot: '^bot/telemetry/' },
      to: { path: 'node_modules/(@opentelemetry|@azure/monitor)' },
    },
    {
      name: 'sqlite-in-its-room',
      severity: 'error',
      from: { path: '^(bot|tab)/', pathNot: '^bot/store/sqlite/' },
      to: { path: '^(node:)?sqlite$', dependencyTypes: ['core'] },
    },
    {
      name: 'pure-rooms-touch-nothing',
      severity: 'error',
      from: { path: pureRooms },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-do-not-import-each-other',
      severity: 'error',
      from: { path: '^tab/src/features/([^/]+)/' },
      to: { path: '^tab/src/features/', pathNot: '^tab/src/features/$1/' },
    },
    {
      name: 'the-tab-knows-types-only',
      severity: 'error',
      from: { path: '^tab/' },
      to: { path: '^bot/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
