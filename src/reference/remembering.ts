/** Makes a value once for each key, as long as there are no more keys than this; then it begins anew. */
export const remembering = <Key, Value>(
  most: number,
  make: (key: Key) => Value,
): ((key: Key) => Value) => {
  const known = new Map<Key, Value>()
  return (key) => {
    const earlier = known.get(key)
    if (earlier !== undefined) return earlier
    const made = make(key)
    if (known.size >= most) known.clear()
    known.set(key, made)
    return made
  }
}
