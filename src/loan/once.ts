/** A value that is worked out when it is first asked for, and kept. */

export function once<Value>(work: () => Value): () => Value {
  let done: { readonly value: Value } | null = null;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

/**
 * What follows from an object, kept for as long as the object is: by itself for a work that asks for it again and again,
 * and for good when it is asked for a second time after others. In a book whose loans all have terms of their own nothing
 * is asked for twice, and what is kept for good is collected late.
 */
export function oncePer<Key extends object, Value extends object>(work: (key: Key) => Value): (key: Key) => Value {
  const asked = new WeakMap<Key, Value | null>();
  let last: { readonly key: Key; readonly value: Value } | null = null;
  return (key) => {
    if (last?.key === key) return last.value;
    const kept = asked.get(key);
    const value = kept ?? work(key);
    if (kept === undefined) asked.set(key, null);
    else if (kept === null) asked.set(key, value);
    last = { key, value };
    return value;
  };
}
