// A device may forbid storage altogether: then nothing is remembered, and nothing else changes.

export function store(key: string, value: object): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {}
}

export function drop(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {}
}

export function kept(key: string): Record<string, unknown> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') ?? {};
  } catch {
    return {};
  }
}
