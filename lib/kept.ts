/**
 * A store of what was worked out for an object, for as long as the object lives. Accounts are never changed once they are
 * assembled, so a figure worked out for one panel serves all others.
 */
export function keeper<Owner extends object, Value extends object>() {
  const kept = new WeakMap<Owner, Map<string, Value>>();
  return (owner: Owner, key: string, workOut: () => Value): Value => {
    const values = kept.get(owner) ?? new Map<string, Value>();
    kept.set(owner, values);
    const known = values.get(key);
    if (known !== undefined) return known;
    const value = workOut();
    values.set(key, value);
    return value;
  };
}
