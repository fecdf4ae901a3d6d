/** A browser and its system as people call them, as in `Chrome · Android`; `''` for one that says neither. */
export function agentName(agent: string): string {
  const browser = firstOf(agent, [
    ['Edg/', 'Edge'],
    ['OPR/', 'Opera'],
    ['SamsungBrowser', 'Samsung Internet'],
    ['Firefox', 'Firefox'],
    ['Chrome', 'Chrome'],
    ['Safari', 'Safari'],
  ]);
  const system = firstOf(agent, [
    ['Android', 'Android'],
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Windows', 'Windows'],
    ['Mac OS X', 'macOS'],
    ['Linux', 'Linux'],
  ]);
  return [browser, system].filter(Boolean).join(' · ');
}

function firstOf(agent: string, names: readonly [mark: string, name: string][]): string {
  return names.find(([mark]) => agent.includes(mark))?.[1] ?? '';
}
